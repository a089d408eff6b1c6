using DebugDeck.Practice.Api.Reading;
using DebugDeck.Practice.Api.Writing;
using DebugDeck.Practice.Logs;
using DebugDeck.Practice.Rbac;
using DebugDeck.Practice.Streams;

namespace DebugDeck.Practice.Server;

/// <summary>What answers the verbs.</summary>
internal sealed record ApiHandlers(
    GetHandler Get,
    ListHandler List,
    WatchHandler Watch,
    CreateHandler Create,
    UpdateHandler Update,
    DeleteHandler Delete,
    LogHandler Log,
    StreamHandler Stream,
    AccessReviews Reviews);
