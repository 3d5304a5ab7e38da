using Homeward.Cases.Access;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Storage.Rescues;
using Homeward.Tests.Storage.Databases;

namespace Homeward.Tests.Server.Children;

/// <summary>Somebody rescued three hours ago, with the police since.</summary>
static class RescuedChild
{
    public static async Task<PersonId> RecordAsync(MadeUpServer server)
    {
        var session = server.As(Role.Investigator);
        var before = session.Now + TimeSpan.FromHours(-3);
        var (person, custody) = (new PersonId(session.NewId()), new CustodyRowId(session.NewId()));
        var actor = session.Actor;
        MadeUpState.Allowed(await new RescueStore(session).RecordAsync(
            new()
            {
                NewPerson = new() { Id = person, Sex = Sex.Female },
                Custody = new()
                {
                    Id = custody,
                    Origin = custody,
                    Person = person,
                    Since = before,
                    Kind = CustodyKind.PoliceEmergency,
                    Reason = CustodyReason.Rescue,
                    Agency = actor.Agency,
                    By = actor.User,
                    At = session.Now,
                },
                Rescue = new()
                {
                    Id = new(session.NewId()),
                    Person = person,
                    Custody = custody,
                    Region = MadeUpState.County.Code,
                    Place = "SYNTHETIC village",
                    Unit = actor.Agency,
                    Condition = default,
                    By = actor.User,
                    At = session.Now,
                },
            },
            TestContext.Current.CancellationToken));
        return person;
    }
}
