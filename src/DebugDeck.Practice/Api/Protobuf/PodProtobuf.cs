namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>The spec of a pod. What a copy for debugging can carry is here; volumes of storage systems that a practice cluster has not are not.</summary>
internal static class PodProtobuf
{
    private static readonly ProtobufType SeLinux = new ProtobufType("SELinuxOptions").Text(1, "user").Text(2, "role").Text(3, "type").Text(4, "level");

    private static readonly ProtobufType Profile = new ProtobufType("SeccompProfile").Text(1, "type").Text(2, "localhostProfile");

    private static readonly ProtobufType LocalReference = new ProtobufType("LocalObjectReference").Text(1, "name");

    private static readonly ProtobufType Key = new ProtobufType("KeySelector").Inline(1, LocalReference).Text(2, "key").Flag(3, "optional");

    private static readonly ProtobufType FieldReference = new ProtobufType("ObjectFieldSelector").Text(1, "apiVersion").Text(2, "fieldPath");

    private static readonly ProtobufType Environment = new ProtobufType("EnvVar").Text(1, "name").Text(2, "value")
        .One(3, "valueFrom", new ProtobufType("EnvVarSource")
            .One(1, "fieldRef", FieldReference).One(3, "configMapKeyRef", Key).One(4, "secretKeyRef", Key));

    private static readonly ProtobufType EnvironmentFrom = new ProtobufType("EnvFromSource").Text(1, "prefix")
        .One(2, "configMapRef", new ProtobufType("ConfigMapEnvSource").Inline(1, LocalReference).Flag(2, "optional"))
        .One(3, "secretRef", new ProtobufType("SecretEnvSource").Inline(1, LocalReference).Flag(2, "optional"));

    private static readonly ProtobufType Resources = new ProtobufType("ResourceRequirements").QuantityMap(1, "limits").QuantityMap(2, "requests");

    private static readonly ProtobufType Exec = new ProtobufType("ExecAction").Texts(1, "command");

    private static readonly ProtobufType HttpGet = new ProtobufType("HTTPGetAction")
        .Text(1, "path").IntOrText(2, "port").Text(3, "host").Text(4, "scheme");

    private static readonly ProtobufType TcpSocket = new ProtobufType("TCPSocketAction").IntOrText(1, "port").Text(2, "host");

    private static readonly ProtobufType Probe = new ProtobufType("Probe")
        .Inline(1, new ProtobufType("ProbeHandler").One(1, "exec", Exec).One(2, "httpGet", HttpGet).One(3, "tcpSocket", TcpSocket))
        .Number(2, "initialDelaySeconds").Number(3, "timeoutSeconds").Number(4, "periodSeconds").Number(5, "successThreshold").Number(6, "failureThreshold");

    private static readonly ProtobufType SecurityContext = new ProtobufType("SecurityContext")
        .One(1, "capabilities", new ProtobufType("Capabilities").Texts(1, "add").Texts(2, "drop"))
        .Flag(2, "privileged").One(3, "seLinuxOptions", SeLinux).Number(4, "runAsUser").Flag(5, "runAsNonRoot").Flag(6, "readOnlyRootFilesystem")
        .Flag(7, "allowPrivilegeEscalation").Number(8, "runAsGroup").Text(9, "procMount").One(11, "seccompProfile", Profile).One(12, "appArmorProfile", Profile);

    private static readonly ProtobufType Mount = new ProtobufType("VolumeMount")
        .Text(1, "name").Flag(2, "readOnly").Text(3, "mountPath").Text(4, "subPath").Text(5, "mountPropagation").Text(6, "subPathExpr");

    private static readonly ProtobufType Container = CommonContainer("Container").Text(24, "restartPolicy");

    private static readonly ProtobufType KeyToPath = new ProtobufType("KeyToPath").Text(1, "key").Text(2, "path").Number(3, "mode");

    private static readonly ProtobufType Volume = new ProtobufType("Volume").Text(1, "name").Inline(2, VolumeSource());

    public static ProtobufType Spec { get; } = new ProtobufType("PodSpec")
        .Many(1, "volumes", Volume).Many(2, "containers", Container).Text(3, "restartPolicy").Number(4, "terminationGracePeriodSeconds")
        .Number(5, "activeDeadlineSeconds").Text(6, "dnsPolicy").TextMap(7, "nodeSelector").Text(8, "serviceAccountName").Text(9, "serviceAccount")
        .Text(10, "nodeName").Flag(11, "hostNetwork").Flag(12, "hostPID").Flag(13, "hostIPC")
        .One(14, "securityContext", new ProtobufType("PodSecurityContext")
            .One(1, "seLinuxOptions", SeLinux).Number(2, "runAsUser").Flag(3, "runAsNonRoot").Numbers(4, "supplementalGroups").Number(5, "fsGroup")
            .Number(6, "runAsGroup").One(10, "seccompProfile", Profile).One(11, "appArmorProfile", Profile)
            .Many(7, "sysctls", new ProtobufType("Sysctl").Text(1, "name").Text(2, "value")))
        .Many(15, "imagePullSecrets", LocalReference).Text(16, "hostname").Text(17, "subdomain").Text(19, "schedulerName")
        .Many(20, "initContainers", Container).Flag(21, "automountServiceAccountToken")
        .Many(22, "tolerations", new ProtobufType("Toleration")
            .Text(1, "key").Text(2, "operator").Text(3, "value").Text(4, "effect").Number(5, "tolerationSeconds"))
        .Many(23, "hostAliases", new ProtobufType("HostAlias").Text(1, "ip").Texts(2, "hostnames"))
        .Text(24, "priorityClassName").Number(25, "priority").Flag(27, "shareProcessNamespace").Text(29, "runtimeClassName")
        .One(26, "dnsConfig", new ProtobufType("PodDNSConfig").Texts(1, "nameservers").Texts(2, "searches")
            .Many(3, "options", new ProtobufType("PodDNSConfigOption").Text(1, "name").Text(2, "value")))
        .Flag(30, "enableServiceLinks").Text(31, "preemptionPolicy").Flag(37, "hostUsers")
        .Many(34, "ephemeralContainers", new ProtobufType("EphemeralContainer")
            .Inline(1, CommonContainer("EphemeralContainerCommon")).Text(2, "targetContainerName"));

    private static ProtobufType CommonContainer(string name) => new ProtobufType(name)
        .Text(1, "name").Text(2, "image").Texts(3, "command").Texts(4, "args").Text(5, "workingDir")
        .Many(6, "ports", new ProtobufType("ContainerPort").Text(1, "name").Number(2, "hostPort").Number(3, "containerPort").Text(4, "protocol").Text(5, "hostIP"))
        .Many(7, "env", Environment).One(8, "resources", Resources).Many(9, "volumeMounts", Mount).One(10, "livenessProbe", Probe)
        .One(11, "readinessProbe", Probe).Text(13, "terminationMessagePath").Text(14, "imagePullPolicy").One(15, "securityContext", SecurityContext)
        .Flag(16, "stdin").Flag(17, "stdinOnce").Flag(18, "tty").Many(19, "envFrom", EnvironmentFrom).Text(20, "terminationMessagePolicy")
        .One(22, "startupProbe", Probe);

    private static ProtobufType VolumeSource()
    {
        var downward = new ProtobufType("DownwardAPIVolumeFile").Text(1, "path").One(2, "fieldRef", FieldReference).Number(4, "mode");
        var projection = new ProtobufType("VolumeProjection")
            .One(1, "secret", new ProtobufType("SecretProjection").Inline(1, LocalReference).Many(2, "items", KeyToPath).Flag(4, "optional"))
            .One(2, "downwardAPI", new ProtobufType("DownwardAPIProjection").Many(1, "items", downward))
            .One(3, "configMap", new ProtobufType("ConfigMapProjection").Inline(1, LocalReference).Many(2, "items", KeyToPath).Flag(4, "optional"))
            .One(4, "serviceAccountToken", new ProtobufType("ServiceAccountTokenProjection").Text(1, "audience").Number(2, "expirationSeconds").Text(3, "path"));
        return new ProtobufType("VolumeSource")
            .One(1, "hostPath", new ProtobufType("HostPathVolumeSource").Text(1, "path").Text(2, "type"))
            .One(2, "emptyDir", new ProtobufType("EmptyDirVolumeSource").Text(1, "medium"))
            .One(6, "secret", new ProtobufType("SecretVolumeSource").Text(1, "secretName").Many(2, "items", KeyToPath).Number(3, "defaultMode").Flag(4, "optional"))
            .One(10, "persistentVolumeClaim", new ProtobufType("PersistentVolumeClaimVolumeSource").Text(1, "claimName").Flag(2, "readOnly"))
            .One(16, "downwardAPI", new ProtobufType("DownwardAPIVolumeSource").Many(1, "items", downward).Number(2, "defaultMode"))
            .One(19, "configMap", new ProtobufType("ConfigMapVolumeSource").Inline(1, LocalReference).Many(2, "items", KeyToPath).Number(3, "defaultMode").Flag(4, "optional"))
            .One(26, "projected", new ProtobufType("ProjectedVolumeSource").Many(1, "sources", projection).Number(2, "defaultMode"));
    }
}
