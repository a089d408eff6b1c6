using DebugDeck.Core.Anatomy;

namespace DebugDeck.Core.Tests.Anatomy;

public sealed class FamilyGuessTests
{
    [Theory]
    [InlineData("gcr.io/distroless/static-debian12:nonroot", "distroless")]
    [InlineData("mcr.microsoft.com/azurelinux/distroless/base:3.0", "azurelinux-distroless")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled", "ubuntu-chiselled")]
    [InlineData("cgr.dev/chainguard/static", "wolfi")]
    [InlineData("python:3.12-alpine3.20", "alpine")]
    [InlineData("python:3.12-slim", "debian-slim")]
    [InlineData("ubuntu:24.04", "ubuntu")]
    [InlineData("registry.access.redhat.com/ubi9/ubi-micro", "ubi-micro")]
    [InlineData("registry.access.redhat.com/ubi9/ubi:9.4", "ubi")]
    [InlineData("busybox", "busybox")]
    public void A_telling_reference_names_the_family(string reference, string family) => Assert.Equal(family, FamilyGuess.FromReference(reference).Id);

    [Theory]
    [InlineData("registry.corp/shop/checkout:1.4.2")]
    [InlineData("sha256:abc")]
    [InlineData("registry.corp/alpinejs-demo/nobleman:1")]
    [InlineData("shop@sha256:00alpine00")]
    public void A_reference_that_says_nothing_is_not_guessed_at(string reference) => Assert.Equal(FamilyGuess.Unknown, FamilyGuess.FromReference(reference));
}
