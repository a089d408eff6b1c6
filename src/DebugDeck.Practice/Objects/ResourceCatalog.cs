namespace DebugDeck.Practice.Objects;

/// <summary>Every kind that the practice cluster serves.</summary>
internal static class ResourceCatalog
{
    private static readonly string[] WorkloadCategories = ["all"];

    public static ResourceKind Pods { get; } = new("", "v1", "pods", "Pod", true)
    {
        ShortNames = ["po"],
        Categories = WorkloadCategories,
        SelectableFields =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ],
        Subresources =
        [
            new("attach", "PodAttachOptions", "create", "get"),
            new("ephemeralcontainers", "Pod", "get", "patch", "update"),
            new("exec", "PodExecOptions", "create", "get"),
            new("log", "Pod", "get"),
            new("status", "Pod", "get", "patch", "update"),
        ],
    };

    public static ResourceKind Namespaces { get; } = new("", "v1", "namespaces", "Namespace", false)
    {
        ShortNames = ["ns"],
        SelectableFields = ["status.phase"],

        // Deleting one would mean to delete everything in it first, step by step; there is nothing to practise in that.
        Verbs = ["create", "get", "list", "patch", "update", "watch"],
    };

    public static ResourceKind Events { get; } = new("", "v1", "events", "Event", true)
    {
        ShortNames = ["ev"],
        SelectableFields =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
            "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath",
            "reason", "reportingComponent", "source", "type",
        ],
    };

    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        new("", "v1", "configmaps", "ConfigMap", true) { ShortNames = ["cm"] },
        new("", "v1", "endpoints", "Endpoints", true) { ShortNames = ["ep"] },
        Events,
        Namespaces,
        new("", "v1", "nodes", "Node", false) { ShortNames = ["no"], SelectableFields = ["spec.unschedulable"] },
        Pods,
        new("", "v1", "secrets", "Secret", true) { SelectableFields = ["type"] },
        new("", "v1", "serviceaccounts", "ServiceAccount", true) { ShortNames = ["sa"] },
        new("", "v1", "services", "Service", true) { ShortNames = ["svc"], Categories = WorkloadCategories },
        new("apps", "v1", "daemonsets", "DaemonSet", true) { ShortNames = ["ds"], Categories = WorkloadCategories },
        new("apps", "v1", "deployments", "Deployment", true) { ShortNames = ["deploy"], Categories = WorkloadCategories },
        new("apps", "v1", "replicasets", "ReplicaSet", true) { ShortNames = ["rs"], Categories = WorkloadCategories },
        new("apps", "v1", "statefulsets", "StatefulSet", true) { ShortNames = ["sts"], Categories = WorkloadCategories },
        new("batch", "v1", "cronjobs", "CronJob", true) { ShortNames = ["cj"], Categories = WorkloadCategories },
        new("batch", "v1", "jobs", "Job", true) { Categories = WorkloadCategories },
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true),
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true) { ShortNames = ["netpol"] },
        new("authentication.k8s.io", "v1", "selfsubjectreviews", "SelfSubjectReview", false) { Verbs = ["create"] },
        new("authorization.k8s.io", "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview", false) { Verbs = ["create"] },
        new("authorization.k8s.io", "v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview", false) { Verbs = ["create"] },
    ];

    /// <summary>The kind at a path; null if the cluster does not serve it.</summary>
    public static ResourceKind? Find(string group, string version, string plural)
    {
        return All.FirstOrDefault(kind => kind.Group == group && kind.Version == version && kind.Plural == plural);
    }

}
