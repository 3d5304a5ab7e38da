using System.Globalization;
using Homeward.Cases.Investigations;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Statistics;

/// <summary>What is counted at most once: a metric, in a version, of a subject.</summary>
public readonly record struct CountKey(Metric Metric, int Version, string Subject)
{
    /// <summary>Longest subject: two ids and a colon.</summary>
    public const int MostCharacters = 73;

    const int MostCharactersOfNumber = 50;

    public static CountKey Of(InvestigationId it) => Of(Metric.CasesSolved, it.Value);
    public static CountKey Of(RingId it) => Of(Metric.RingsBrokenUp, it.Value);
    public static CountKey Of(RouteId it) => Of(Metric.RoutesClosed, it.Value);
    public static CountKey Of(ParticipantId it) => Of(Metric.Participations, it.Value);
    public static CountKey OfPerson(PersonId it) => Of(Metric.PersonsRescued, it.Value);
    public static CountKey OfRescue(Guid rescue) => Of(Metric.Rescues, rescue);

    /// <summary>A person in an operation, or in a year when there was none.</summary>
    public static CountKey OfSuspect(PersonId person, OperationId? operation, DateOnly since)
    {
        var occasion = operation?.Value.ToString() ?? since.Year.ToString("0000", CultureInfo.InvariantCulture);
        return Of(Metric.SuspectsDetained, $"{person.Value}:{occasion}");
    }

    /// <summary>A fact that was counted before Homeward, by the number it had in the earlier register: ASCII, in small
    /// letters, so that one number is not written in two ways.</summary>
    public static CountKey TakenOver(Metric metric, string number)
    {
        Check.That(number.Length is > 0 and <= MostCharactersOfNumber);
        Check.That(number.All(it => it is >= ' ' and <= '~' && !char.IsAsciiLetterUpper(it)));
        return Of(metric, "taken over:" + number);
    }

    static CountKey Of(Metric metric, Guid subject) => Of(metric, subject.ToString());

    static CountKey Of(Metric metric, string subject) => new(metric, MetricDefinition.Of(metric).Version, subject);
}
