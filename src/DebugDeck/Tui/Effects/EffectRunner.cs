using System.Threading.Channels;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Starts the work that the state wants, cancels what it does not want any more, and owns all of it until it has ended.</summary>
internal sealed class EffectRunner(DeckStore store, EffectContext context)
{
    // Enough to hide the latency of an engine, too little to be a burden on it.
    private const int ShellSearchesPerHost = 4;

    private const int BaseLooks = 2;

    // An engine that hangs must not keep the user from leaving.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<Work, RunningWork> _running = [];
    private readonly List<Task> _leaving = [];

    /// <summary>Follows the state until cancelled, then ends all work.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        store.Changed += OnChanged;
        OnChanged();
        try
        {
            await foreach (var _ in _changes.Reader.ReadAllAsync(cancellationToken))
            {
                Reconcile(store.State);
            }
        }
        catch (OperationCanceledException)
        {
            // The user leaves.
        }
        finally
        {
            store.Changed -= OnChanged;
            await EndAllAsync();
        }
    }

    private void OnChanged() => _changes.Writer.TryWrite(true);

    private void Reconcile(DeckState state)
    {
        var wanted = WantedWork.Of(state).ToHashSet();
        foreach (var work in _running.Keys.Where(work => !IsWanted(state, wanted, work)).ToArray())
        {
            Stop(work);
        }

        foreach (var work in wanted.Where(work => !_running.ContainsKey(work)))
        {
            Start(work);
        }

        StartShellSearches(state);
        StartBaseLooks(state);
        _leaving.RemoveAll(task => task.IsCompleted);
    }

    private static bool IsWanted(DeckState state, HashSet<Work> wanted, Work work) => work switch
    {
        Work.FindShell search => state.Unexamined.Contains(search.Target),
        Work.FindBase look => !state.Bases.ContainsKey(look.ImageId),
        _ => wanted.Contains(work),
    };

    private void StartBaseLooks(DeckState state)
    {
        var busy = _running.Count(both => both.Key is Work.FindBase && !both.Value.IsDone);
        foreach (var work in WantedWork.UnknownBases(state).Where(work => !_running.ContainsKey(work)).Take(Math.Max(0, BaseLooks - busy)))
        {
            Start(work);
        }
    }

    private void StartShellSearches(DeckState state)
    {
        var free = state.Hosts.ToDictionary(host => host.Info.Name, _ => ShellSearchesPerHost);
        foreach (var (work, running) in _running)
        {
            if (work is Work.FindShell search && !running.IsDone)
            {
                free[search.Target.Host] = free.GetValueOrDefault(search.Target.Host) - 1;
            }
        }

        foreach (var target in WantedWork.UnknownShells(state))
        {
            if (free.Values.All(count => count <= 0))
            {
                return;
            }

            var work = new Work.FindShell(target);
            if (free.GetValueOrDefault(target.Host) > 0 && !_running.ContainsKey(work))
            {
                free[target.Host]--;
                Start(work);
            }
        }
    }

    private void Start(Work work)
    {
        var cancellation = new CancellationTokenSource();
        var token = cancellation.Token;
        _running[work] = new RunningWork(Task.Run(() => RunAsync(EffectOf(work), token), CancellationToken.None), cancellation);
    }

    private void Stop(Work work)
    {
        if (_running.Remove(work, out var running))
        {
            running.Cancel();
            _leaving.Add(work is Work.StartSession start ? LetGoAsync(start, running.Task) : running.Task);
        }
    }

    // A session that became ready just as its page was left is nobody's: let go of it, and it ends by its own time limit.
    private async Task LetGoAsync(Work.StartSession start, Task task)
    {
        await task;
        if (context.Sessions.Take(start.Page) is { } session)
        {
            await session.DisposeAsync();
        }
    }

    private static async Task RunAsync(IEffect effect, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                await effect.RunAsync(cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                await effect.FailedAsync(error, cancellationToken);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody wants to know any more, and a cancelled call may fail in any way it likes.
        }
    }

    private async Task EndAllAsync()
    {
        foreach (var work in _running.Keys.ToArray())
        {
            Stop(work);
        }

        var all = Task.WhenAll(_leaving);
        await Task.WhenAny(all, Task.Delay(Patience, context.Clock));
    }

    private IEffect EffectOf(Work work) => work switch
    {
        Work.KeepTime => new TimeKeeper(context),
        Work.WatchHost w => new HostWatch(context, w),
        Work.LookAt w => new ScopeChanger(context, w),
        Work.ListNamespaces w => new NamespaceLister(context, w),
        Work.ReadDetails w => new DetailsReader(context, w),
        Work.ReadAnatomy w => new AnatomyReading(context, w),
        Work.FindBase w => new BaseSearch(context, w),
        Work.ProbeShell w => new ShellProber(context, w),
        Work.FindShell w => new ShellSearch(context, w),
        Work.MakePlan w => new PlanMaker(context, w),
        Work.StartSession w => new SessionStarter(context, w),
        Work.FollowLog w => new LogFollower(context, w),
        Work.ListFolder w => new FolderLister(context, w),
        Work.CopyOut w => new FileCopier(context, w),
        Work.Triage w => new PlaybookTriage(context, w),
        Work.RunPlaybook w => new PlaybookRun(context, w),
        Work.SaveFix w => new FixSaver(context, w),
        _ => throw new ArgumentException($"no effect for {work.GetType().Name}", nameof(work)),
    };
}
