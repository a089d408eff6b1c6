using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>How names may be written.</summary>
internal static partial class NameRules
{
    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string SubdomainPattern = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    /// <summary>What is wrong with the name of a container; null if nothing.</summary>
    public static FieldError? CheckLabel(string field, string name)
    {
        if (name.Length > 63)
            return FieldError.Invalid(field, name, "must be no more than 63 bytes");
        return Label().IsMatch(name) ? null : FieldError.Invalid(
            field,
            name,
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character "
                + $"(e.g. 'my-name',  or '123-abc', regex used for validation is '{LabelPattern}')");
    }

    /// <summary>What is wrong with the name of an object; null if nothing.</summary>
    public static FieldError? CheckSubdomain(string field, string name)
    {
        if (name.Length > 253)
            return FieldError.Invalid(field, name, "must be no more than 253 bytes");
        return Subdomain().IsMatch(name) ? null : FieldError.Invalid(
            field,
            name,
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character "
                + $"(e.g. 'example.com', regex used for validation is '{SubdomainPattern}')");
    }

    [GeneratedRegex($"^{LabelPattern}$")]
    private static partial Regex Label();

    [GeneratedRegex($"^{SubdomainPattern}$")]
    private static partial Regex Subdomain();
}
