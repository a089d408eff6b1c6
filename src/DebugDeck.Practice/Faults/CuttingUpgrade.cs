using Microsoft.AspNetCore.Http.Features;

namespace DebugDeck.Practice.Faults;

/// <summary>Hands out upgraded connections that are cut after so many bytes.</summary>
internal sealed class CuttingUpgrade(IHttpUpgradeFeature inner, long afterBytes, Action abort) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => new CuttingStream(await inner.UpgradeAsync(), afterBytes, abort);
}
