using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>Which runtime judges certificates in a target: as the user says, as its program shows, else as the words of its log and environment suggest.</summary>
internal static class RuntimeGuess
{
    public static (TrustRuntime Runtime, string? Version, Evidence Evidence) Of(CheckInputs inputs, CaseEvidence evidence, EntryPoint program)
    {
        if (inputs["runtime"] is { } said && Enum.TryParse<TrustRuntime>(said.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var runtime))
        {
            return (runtime, null, new Evidence("input", "runtime", said));
        }

        // Only its own words tell whether a Python program uses requests, which brings a list of its own.
        var requests = evidence.Find(new LogTailRequest())?.Lines.FirstOrDefault(line => line.Text.Contains("requests.exceptions.SSLError", StringComparison.Ordinal))?.Text;
        if (program.Runtime is { } found && Of(found.Id) is { } known)
        {
            return (known == TrustRuntime.Python && requests is not null ? TrustRuntime.PythonRequests : known, found.Version, new Evidence("file", program.Path, $"{found.Name} {found.Version}".TrimEnd()));
        }

        if (RuntimeHint.Find(evidence) is { } hint && Of(hint.Id) is { } hinted)
        {
            return hinted == TrustRuntime.Python && requests is not null
                ? (TrustRuntime.PythonRequests, null, new Evidence("log", null, requests))
                : (hinted, null, hint.Evidence);
        }

        return evidence.Details?.Environment.FirstOrDefault(variable => variable.Name.StartsWith("DOTNET_", StringComparison.Ordinal)) is { } dotnet
            ? (TrustRuntime.DotNet, null, new Evidence("spec", $"env {dotnet.Name}", $"{dotnet.Name}={dotnet.Value}"))
            : (TrustRuntime.Unknown, null, new Evidence("file", program.Path, "of an unknown kind: the rules of OpenSSL are taken, with the distribution's bundle"));
    }

    private static TrustRuntime? Of(string id) => id switch
    {
        RuntimeIds.Go => TrustRuntime.Go,
        RuntimeIds.DotNet or RuntimeIds.DotNetSingleFile or RuntimeIds.DotNetNativeAot => TrustRuntime.DotNet,
        RuntimeIds.Java => TrustRuntime.Java,
        RuntimeIds.Node => TrustRuntime.Node,
        RuntimeIds.Python => TrustRuntime.Python,
        RuntimeIds.Ruby or RuntimeIds.Php or RuntimeIds.Perl => TrustRuntime.OpenSsl,
        _ => null,
    };

    /// <summary>As it is called on screen.</summary>
    public static string Name(TrustRuntime runtime) => runtime switch
    {
        TrustRuntime.DotNet => ".NET",
        TrustRuntime.OpenSsl => "OpenSSL",
        TrustRuntime.PythonRequests => "Python's requests",
        TrustRuntime.Unknown => "the program",
        _ => runtime.ToString(),
    };
}
