namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>The kinds that kubectl sends as protobuf. Field numbers as in the generated.proto files of k8s.io/api and k8s.io/apimachinery.</summary>
internal static class ProtobufTypes
{
    public static ProtobufType Metadata { get; } = new ProtobufType("ObjectMeta")
        .Text(1, "name").Text(2, "generateName").Text(3, "namespace").Text(5, "uid").Text(6, "resourceVersion")
        .TextMap(11, "labels").TextMap(12, "annotations").Texts(14, "finalizers")
        .Many(13, "ownerReferences", new ProtobufType("OwnerReference")
            .Text(1, "kind").Text(3, "name").Text(4, "uid").Text(5, "apiVersion").Flag(6, "controller").Flag(7, "blockOwnerDeletion"));

    private static readonly ProtobufType AccessReview = new ProtobufType("SelfSubjectAccessReview")
        .One(2, "spec", new ProtobufType("SelfSubjectAccessReviewSpec")
            .One(1, "resourceAttributes", new ProtobufType("ResourceAttributes")
                .Text(1, "namespace").Text(2, "verb").Text(3, "group").Text(4, "version").Text(5, "resource").Text(6, "subresource").Text(7, "name"))
            .One(2, "nonResourceAttributes", new ProtobufType("NonResourceAttributes").Text(1, "path").Text(2, "verb")));

    private static readonly ProtobufType RulesReview = new ProtobufType("SelfSubjectRulesReview")
        .One(2, "spec", new ProtobufType("SelfSubjectRulesReviewSpec").Text(1, "namespace"));

    private static readonly ProtobufType DeleteOptions = new ProtobufType("DeleteOptions")
        .Number(1, "gracePeriodSeconds").Text(4, "propagationPolicy").Texts(5, "dryRun");

    private static readonly ProtobufType Pod = new ProtobufType("Pod").One(1, "metadata", Metadata).One(2, "spec", PodProtobuf.Spec);

    public static ProtobufType? Find(string kind) => kind switch
    {
        "SelfSubjectAccessReview" => AccessReview,
        "SelfSubjectRulesReview" => RulesReview,
        "SelfSubjectReview" => new ProtobufType("SelfSubjectReview"),
        "DeleteOptions" => DeleteOptions,
        "Pod" => Pod,
        _ => null,
    };
}
