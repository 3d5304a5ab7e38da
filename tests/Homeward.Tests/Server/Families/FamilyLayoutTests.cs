using CsCheck;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Server.Features.Families;

namespace Homeward.Tests.Server.Families;

public sealed class FamilyLayoutTests
{
    [Fact]
    public void A_couple_stands_beside_one_another_with_the_children_beneath_their_middle()
    {
        var drawn = new FamilyLayout(
        [
            Member("child", "father", "mother"), Member("father"), Member("mother"),
            Member("sister", "father", "mother"),
        ]);
        var (father, mother) = (At(drawn, "father"), At(drawn, "mother"));

        Assert.Equal(father.Y, mother.Y);
        Assert.Equal(FamilyLayout.Step, Math.Abs(mother.X - father.X));
        Assert.Equal(FamilyLayout.Generation, At(drawn, "child").Y - father.Y);
        Assert.Equal((father.X + mother.X) / 2, (At(drawn, "child").X + At(drawn, "sister").X) / 2);
    }

    [Fact]
    public void Who_married_in_stands_in_the_generation_of_the_other()
    {
        var drawn = new FamilyLayout(
        [
            Member("grandfather"), Member("grandmother"), Member("father", "grandfather", "grandmother"),
            Member("uncle", "grandfather", "grandmother"), Member("mother"), Member("child", "father", "mother"),
        ]);

        Assert.Equal(At(drawn, "father").Y, At(drawn, "mother").Y);
        Assert.Equal(FamilyLayout.Step, Math.Abs(At(drawn, "father").X - At(drawn, "mother").X));
        Assert.True(At(drawn, "grandfather").Y < At(drawn, "father").Y);
        Assert.True(At(drawn, "father").Y < At(drawn, "child").Y);
    }

    /// <summary>Families as they come: everybody may have two of those before as parents.</summary>
    [Fact]
    public void In_any_family_nobody_stands_on_another_children_stand_lower_and_all_are_in_the_picture() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool).Array[1, 16].Sample(draws =>
        {
            var members = new List<FamilyMember>();
            foreach (var (index, (one, other, isFounder)) in draws.Index())
            {
                var (father, mother) = (2 * (one % 8), 2 * (other % 8) + 1);
                var hasParents = !isFounder && Math.Max(father, mother) < index;
                members.Add(hasParents
                    ? Member($"m{index}", $"m{father}", $"m{mother}") : Member($"m{index}"));
            }
            var drawn = new FamilyLayout(members);

            foreach (var (index, symbol) in drawn.Symbols.Index())
            {
                Assert.DoesNotContain(
                    drawn.Symbols.Skip(index + 1),
                    it => it.Y == symbol.Y && Math.Abs(it.X - symbol.X) < FamilyLayout.Step - 1);
                Assert.InRange(symbol.X, FamilyLayout.MarginX, drawn.Width - FamilyLayout.MarginX);
                Assert.InRange(symbol.Y, FamilyLayout.MarginY, drawn.Height - FamilyLayout.MarginY);
                if (symbol.Member.Father is not { } parent) continue;
                Assert.True(At(drawn, parent).Y < symbol.Y);
                Assert.True(At(drawn, symbol.Member.Mother!).Y < symbol.Y);
            }
        });

    static FamilyLayout.Symbol At(FamilyLayout drawn, string name) =>
        drawn.Symbols.Single(it => it.Member.Name == name);

    static FamilyMember Member(string name, string? father = null, string? mother = null) => new()
    {
        Family = default,
        Name = name,
        Father = father,
        Mother = mother,
        Sex = name.Contains("mother", StringComparison.Ordinal) ? Sex.Female : Sex.Male,
    };
}
