using ErrorOr;
using Shared.Application;

namespace Shared.Api.V1.Imports;

/// <summary>What can be wrong with a file before anybody looks at what it says.</summary>
internal static class ImportErrors
{
    /// <summary>The code of an answer that lists the lines that cannot be taken.</summary>
    public const string LinesInvalid = "import.lines.invalid";

    /// <summary>The code of <see cref="TooLarge"/>.</summary>
    public const string TooLargeCode = "import.too_large";

    /// <summary>The code of <see cref="TooManyLines"/>.</summary>
    public const string TooManyLinesCode = "import.lines.too_many";

    /// <summary>The line is not valid UTF-8.</summary>
    public static readonly Error NotUtf8 = Errors.Invalid(
        "import.line.encoding",
        field: null,
        "The line is not valid UTF-8."
    );

    /// <summary>The quotes of a cell are never closed.</summary>
    public static readonly Error OpenQuote = Errors.Invalid(
        "import.csv.quote",
        field: null,
        "A quote that opens in this line is never closed; what follows it was not read."
    );

    /// <summary>The line does not keep to the quoting of CSV.</summary>
    public static readonly Error BadQuotes = Errors.Invalid(
        "import.csv.malformed",
        field: null,
        "A cell with quotes, commas or line breaks in it stands in quotes as a whole, with quotes in it doubled."
    );

    /// <summary>A CSV file begins with the names of its columns.</summary>
    public static readonly Error NoHeader = Errors.Invalid(
        "import.header.missing",
        field: null,
        "The file is empty; its first line names the columns."
    );

    /// <summary>The file is larger than allowed.</summary>
    public static Error TooLarge(long most) =>
        Errors.Invalid(TooLargeCode, field: null, $"The file is larger than {most} bytes.");

    /// <summary>The file has more lines than allowed.</summary>
    public static Error TooManyLines(int most) =>
        Errors.Invalid(TooManyLinesCode, field: null, $"The file has more than {most} lines.");

    /// <summary>The line is longer than allowed.</summary>
    public static Error LineTooLong(int most) =>
        Errors.Invalid("import.line.too_long", field: null, $"The line is longer than {most} bytes.");

    /// <summary>A row has another number of cells than the header.</summary>
    public static Error WrongCells(int cells, int columns) =>
        Errors.Invalid("import.csv.cells", field: null, $"The line has {cells} cells; the header has {columns}.");

    /// <summary>No member has the name of the column.</summary>
    public static Error UnknownColumn(string name, string? nearest) =>
        Errors.Invalid(
            "import.column.unknown",
            name,
            $"There is no column '{name}'" + (nearest is null ? "." : $"; did you mean {nearest}?"),
            nearest
        );

    /// <summary>A column stands there twice, so that nobody knows which one counts.</summary>
    public static Error DuplicateColumn(string name) =>
        Errors.Invalid("import.column.duplicate", name, $"The column '{name}' stands in the header twice.");

    /// <summary>The columns of one list say how many items it has, and do not agree.</summary>
    public static Error UnevenList(string column, string list) =>
        Errors.Invalid("import.csv.list", column, $"The columns of {list} have different numbers of items.");

    /// <summary>A cell has no value of its column's type.</summary>
    public static Error WrongType(string column) =>
        Errors.Invalid("body.type", column, "The value has another type than this member, or is out of its range.");
}
