using System.Text.Json.Serialization;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How the general kinds of evidence are kept. A kind of a subject's own brings a context of its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EvidenceGap))]
[JsonSerializable(typeof(DetailsRequest))]
[JsonSerializable(typeof(TargetDetails))]
[JsonSerializable(typeof(FileRequest))]
[JsonSerializable(typeof(CapturedFile))]
[JsonSerializable(typeof(LogTailRequest))]
[JsonSerializable(typeof(LogTail))]
[JsonSerializable(typeof(ProcessRequest))]
[JsonSerializable(typeof(ProcessFacts))]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(CommandResult))]
[JsonSerializable(typeof(ClusterRequest))]
[JsonSerializable(typeof(ClusterFacts))]
internal sealed partial class GatheringJson : JsonSerializerContext;
