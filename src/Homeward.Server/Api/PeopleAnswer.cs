using Homeward.Cases.Names;
using Homeward.Cases.People;

namespace Homeward.Server.Api;

/// <param name="Total">How many names come near; at most 50 of them are told.</param>
/// <param name="Nearest">The nearest first.</param>
public sealed record PeopleAnswer(int Total, IReadOnlyList<PeopleAnswer.Match> Nearest)
{
    /// <summary>Somebody, and why he or she stands where in the list.</summary>
    public sealed record Match(Guid Person, string Name, NameKind NameKind)
    {
        public required NameCloseness Closeness { get; init; }
        public required Agreement Sex { get; init; }
        public required Agreement Age { get; init; }
        public required Agreement Place { get; init; }
        public required Agreement Marks { get; init; }

        internal static Match Of(PersonMatch found) => new(found.Identity.Value, found.Name.Text, found.Name.Kind)
        {
            Closeness = found.Closeness,
            Sex = found.Sex,
            Age = found.Age,
            Place = found.Place,
            Marks = found.Marks,
        };
    }
}
