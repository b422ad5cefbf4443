using Countries.Application;

namespace Countries.Api.Explorer;

/// <summary>In what way a currency is money, in words.</summary>
internal static class Kinds
{
    public static string Words(string kind) =>
        kind == Tender.Legal ? "legal tender"
        : kind == Tender.Fund ? "unit of account"
        : kind == "customary" ? "in use, not by law"
        : "without an ISO code";
}
