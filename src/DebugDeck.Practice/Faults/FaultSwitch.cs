using System.Collections.Concurrent;
using System.IO.Enumeration;
using Microsoft.AspNetCore.Connections;

namespace DebugDeck.Practice.Faults;

/// <summary>Makes the cluster fail on demand, in ways that a real one fails when nobody asked for it.</summary>
public sealed class FaultSwitch
{
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, int Left)> _faults = [];
    private readonly ConcurrentDictionary<string, ConnectionContext> _connections = new();
    private volatile bool _gone;

    /// <summary>Adds a fault; it holds until it is used up or taken away.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
            _faults.Add((fault, fault.Times));
    }

    /// <summary>Takes all faults away and brings the API back.</summary>
    public void Clear()
    {
        lock (_lock)
            _faults.Clear();
        _gone = false;
    }

    /// <summary>Breaks every connection and takes no more, until <see cref="BringApiBack"/>.</summary>
    public void TakeApiAway()
    {
        _gone = true;
        foreach (var connection in _connections.Values)
            connection.Abort();
    }

    /// <summary>Lets clients connect again.</summary>
    public void BringApiBack() => _gone = false;

    /// <summary>The faults that a request meets, each counted as used.</summary>
    internal IReadOnlyList<Fault> Take(string request)
    {
        lock (_lock)
        {
            var met = new List<Fault>();
            for (var i = _faults.Count - 1; i >= 0; i--)
            {
                var (fault, left) = _faults[i];
                if (!FileSystemName.MatchesSimpleExpression(fault.Pattern, request))
                    continue;
                met.Insert(0, fault);
                if (left <= 1)
                    _faults.RemoveAt(i);
                else
                    _faults[i] = (fault, left - 1);
            }

            return met;
        }
    }

    /// <summary>Watches over a connection, so that it can be broken from here.</summary>
    internal async Task GuardAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        _connections[connection.ConnectionId] = connection;
        try
        {
            if (_gone)
                connection.Abort();
            else
                await next(connection);
        }
        finally
        {
            _connections.TryRemove(connection.ConnectionId, out _);
        }
    }
}
