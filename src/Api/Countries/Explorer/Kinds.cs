using Countries.Application;

namespace Countries.Api.Explorer;

/// <summary>In what way a currency is money, in words.</summary>
internal static class Kinds
{
    public static string Words(string kind) =>
        kind switch
        {
            Tender.Legal => "legal tender",
            Tender.Fund => "unit of account",
            "customary" => "in use, not by law",
            _ => "without an ISO code",
        };
}
