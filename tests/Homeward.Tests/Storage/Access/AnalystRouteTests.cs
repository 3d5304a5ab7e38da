using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Homeward.Tests.Storage.Databases;
using Homeward.Tests.Storage.Samples;

namespace Homeward.Tests.Storage.Access;

/// <summary>An analyst tries every method of every store: whatever comes back, nobody's name is in it, and no id of a
/// person.</summary>
public sealed class AnalystRouteTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    const string Name = "SYNTHETIC Nobodyelse";

    readonly SampleWorld _world = new(database);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_of_the_stores_leads_an_analyst_to_a_name()
    {
        var sample = await _world.AtTheLaboratoryAsync(DonorRole.Relative, await NamedPersonAsync());
        MadeUpState.Allowed(await _world.BeginAsync(sample));
        var (answered, refused, leaks) = (0, 0, new List<string>());
        foreach (var (store, method) in Routes())
        {
            var found = await AnswerAsync(store, method, sample);
            if (found is null)
            {
                refused++;
                continue;
            }
            answered++;
            foreach (var value in Reachable(found))
                if (value is PersonId || value is string text && text.Contains(Name, StringComparison.Ordinal))
                    leaks.Add($"{store.GetType().Name}.{method.Name}: {value.GetType().Name}");
        }

        Assert.Empty(leaks);
        // Something is open to the analyst, and most is not.
        Assert.True(answered >= 5 && refused > 3 * answered, $"{answered} answered, {refused} refused");
        // What was looked for would be found: the police find it.
        var file = await new PeopleStore(_world.Police).FindAsync(sample.Person, Cancel);
        Assert.Contains(Reachable(file!), it => it is string text && text.Contains(Name, StringComparison.Ordinal));
    }

    IEnumerable<(object Store, MethodInfo Method)> Routes() =>
        from type in typeof(CaseSession).Assembly.GetExportedTypes()
        where type.Name.EndsWith("Store", StringComparison.Ordinal)
        let store = Activator.CreateInstance(type, _world.Laboratory)!
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where typeof(Task).IsAssignableFrom(method.ReturnType)
        select (store, method);

    /// <summary>Null when it was refused, or found nothing.</summary>
    static async Task<object?> AnswerAsync(object store, MethodInfo method, Sample sample)
    {
        object?[] arguments = [.. method.GetParameters().Select(it => Argument(it.ParameterType, sample))];
        try
        {
            var task = (Task)method.Invoke(store, arguments)!;
            await task;
            var result = task.GetType().GetProperty("Result")?.GetValue(task);
            var isOutcome = result?.GetType().Name.StartsWith("Outcome", StringComparison.Ordinal) == true;
            return isOutcome ? result!.GetType().GetProperty("Value")!.GetValue(result) : result;
        }
        catch (Exception e) when (Inner(e) is AccessRefusedException)
        {
            return null;
        }
        catch (Exception e) when (Inner(e) is not OutOfMemoryException)
        {
            // An argument made up of nothing was of no use; nothing came back.
            return null;
        }
    }

    static Exception Inner(Exception e) => e is TargetInvocationException { InnerException: { } inner } ? inner : e;

    /// <summary>What the analyst knows: the sample, its person's id (got elsewhere), its label.</summary>
    static object? Argument(Type type, Sample sample)
    {
        if (type == typeof(CancellationToken)) return Cancel;
        if (type == typeof(PersonId) || type == typeof(PersonId?)) return sample.Person;
        if (type == typeof(string)) return sample.Label;
        if (type == typeof(int)) return 100;
        foreach (var property in sample.GetType().GetProperties())
            if (property.PropertyType == type) return property.GetValue(sample);
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsInterface && type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var known = Argument(item, sample);
            var list = Array.CreateInstance(item, known is null ? 0 : 1);
            if (known is not null) list.SetValue(known, 0);
            return list;
        }
        return type.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(type);
    }

    static IEnumerable<object> Reachable(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out var it))
        {
            yield return it;
            if (it is string || it.GetType().IsPrimitive || !it.GetType().IsValueType && !seen.Add(it)) continue;
            if (it is IEnumerable many)
            {
                foreach (var item in many)
                    if (item is not null) open.Push(item);
                continue;
            }
            if (it.GetType().Namespace?.StartsWith("Homeward", StringComparison.Ordinal) != true) continue;
            foreach (var property in it.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                if (property.GetIndexParameters().Length == 0 && property.GetValue(it) is { } value) open.Push(value);
        }
    }

    async Task<PersonId> NamedPersonAsync()
    {
        var id = _world.People.NewPersonId();
        var name = new PersonName
        {
            Id = new(_world.Police.NewId()),
            Person = id,
            Text = Name,
            Script = Script.Latn,
            Kind = NameKind.Birth,
            At = _world.Police.Now,
        };
        MadeUpState.Allowed(
            await new PeopleStore(_world.Police).AddAsync(new() { Id = id, Sex = Sex.Female }, [name], Cancel));
        return id;
    }
}
