using System.Runtime.CompilerServices;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Tests.Anatomy.Families;

public sealed class FamilyRulesTests
{
    [Fact]
    public void Every_file_of_a_family_is_in_the_list_and_nothing_else_is()
    {
        var files = Directory.GetFiles(Folder("src/DebugDeck.Core/Anatomy/Families/Known"), "*.cs")
            .Where(file => File.ReadAllText(file).Contains("FamilyRule Rule", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)!);
        var listed = File.ReadAllLines(Path.Combine(Folder("src/DebugDeck.Core/Anatomy/Families"), "FamilyRules.cs"))
            .Select(line => line.Trim())
            .Where(line => line.EndsWith(".Rule,", StringComparison.Ordinal))
            .Select(line => line[..^".Rule,".Length]);

        Assert.Equal(files.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_what_a_rule_refers_to_exists()
    {
        var ids = FamilyRules.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(FamilyRules.All, rule => Assert.Subset(ids.ToHashSet(), rule.Refines.Concat(rule.Kin).ToHashSet()));
    }

    [Fact]
    public void All_rules_together_ask_for_few_files_and_no_directory()
    {
        Assert.InRange(FamilyRules.Wishes.Count, 30, 90);
        Assert.DoesNotContain(FamilyRules.Wishes, wish => wish.Kind == FileWishKind.Listing);
    }

    private static string Folder(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../..", path));
}
