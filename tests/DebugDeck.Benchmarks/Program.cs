using BenchmarkDotNet.Running;
using DebugDeck.Benchmarks.Setting;

// The figures of docs/performance.md. For example, all that copies:
//   DEBUGDECK_TEST_DOCKER=unix:///var/run/docker.sock DEBUGDECK_TEST_BINARY=$PWD/artifacts/tests/publish/debugdeck \
//     dotnet run -c Release --project tests/DebugDeck.Benchmarks -- --filter '*Copy*'
BenchmarkSwitcher.FromAssembly(typeof(WholeProcess).Assembly).Run(args, new WholeProcess());
