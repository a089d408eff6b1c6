using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>The path and query that start a process in a container.</summary>
internal static class ExecAddress
{
    public static string For(PodKey container, RemoteCommand command)
    {
        var query = new StringBuilder(container.Path)
            .Append("/exec?container=").Append(Uri.EscapeDataString(container.Container))
            .Append(command.Input ? "&stdin=true" : "&stdin=false")

            // A terminal has one output, and a server refuses to open a second one beside it.
            .Append(command.Tty ? "&stdout=true&stderr=false&tty=true" : "&stdout=true&stderr=true&tty=false");
        foreach (var argument in command.Arguments)
        {
            query.Append("&command=").Append(Uri.EscapeDataString(argument));
        }

        return query.ToString();
    }
}
