using ErrorOr;
using Shared.Domain;

namespace Shared.Application;

/// <summary>What can be wrong with a file before anybody looks at what it says.</summary>
public static class ImportErrors
{
    /// <summary>The code of <see cref="TooLarge"/>.</summary>
    public const string TooLargeCode = "import.too_large";

    /// <summary>The code of <see cref="TooManyLines"/>.</summary>
    public const string TooManyLinesCode = "import.lines.too_many";

    /// <summary>The line is not valid UTF-8.</summary>
    [Remedy("Save the file in UTF-8.")]
    public static readonly Error NotUtf8 = Errors.Invalid(
        "import.line.encoding",
        field: null,
        "The line is not valid UTF-8."
    );

    /// <summary>The quotes of a cell are never closed.</summary>
    [Remedy("Close the quote, or double it within the cell.")]
    public static readonly Error OpenQuote = Errors.Invalid(
        "import.csv.quote",
        field: null,
        "A quote that opens in this line is never closed; what follows it was not read."
    );

    /// <summary>The line does not keep to the quoting of CSV.</summary>
    [Remedy("Let a program that knows RFC 4180 write the file.")]
    public static readonly Error BadQuotes = Errors.Invalid(
        "import.csv.malformed",
        field: null,
        "A cell with quotes, commas or line breaks in it stands in quotes as a whole, with quotes in it doubled."
    );

    /// <summary>A CSV file begins with the names of its columns.</summary>
    [Remedy("Send a file whose first line names the columns.")]
    public static readonly Error NoHeader = Errors.Invalid(
        "import.header.missing",
        field: null,
        "The file is empty; its first line names the columns."
    );

    /// <summary>The file is larger than allowed.</summary>
    [Remedy("Send the file in parts.")]
    public static Error TooLarge(long most) =>
        Errors.Invalid(TooLargeCode, field: null, $"The file is larger than {most} bytes.");

    /// <summary>The file has more lines than allowed.</summary>
    [Remedy("Send the file in parts.")]
    public static Error TooManyLines(int most) =>
        Errors.Invalid(TooManyLinesCode, field: null, $"The file has more than {most} lines.");

    /// <summary>The line is longer than allowed.</summary>
    [Remedy("Look whether a quote is missing; else shorten the texts.")]
    public static Error LineTooLong(int most) =>
        Errors.Invalid("import.line.too_long", field: null, $"The line is longer than {most} bytes.");

    /// <summary>A row has another number of cells than the header.</summary>
    [Remedy("Give each line as many cells as the header has, empty ones too.")]
    public static Error WrongCells(int cells, int columns) =>
        Errors.Invalid("import.csv.cells", field: null, $"The line has {cells} cells; the header has {columns}.");

    /// <summary>No member has the name of the column.</summary>
    [Remedy("Take the column that is named as the nearest, or leave it out.")]
    public static Error UnknownColumn(string name, string? nearest) =>
        Errors.Invalid(
            "import.column.unknown",
            name,
            $"There is no column '{name}'" + (nearest is null ? "." : $"; did you mean {nearest}?"),
            nearest
        );

    /// <summary>A column stands there twice, so that nobody knows which one counts.</summary>
    [Remedy("Leave one of the two out.")]
    public static Error DuplicateColumn(string name) =>
        Errors.Invalid("import.column.duplicate", name, $"The column '{name}' stands in the header twice.");

    /// <summary>The columns of one list say how many items it has, and do not agree.</summary>
    [Remedy("Give each column of a list as many items, with semicolons between them.")]
    public static Error UnevenList(string column, string list) =>
        Errors.Invalid("import.csv.list", column, $"The columns of {list} have different numbers of items.");
}
