using System.Reflection;
using System.Text.RegularExpressions;
using Homeward.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Homeward.Tests.Architecture;

/// <summary>Case data leave Storage through the door that records, and in no other way.</summary>
public sealed partial class RecordingDoorTests
{
    /// <summary>Files of Storage that make contexts themselves: the door, the making and checking of the schema, and
    /// the verification of the log, which hands out ids of entries only.</summary>
    static readonly string[] MakersOfContexts =
    [
        "src/Homeward.Storage/Audit/NamedEntries.cs",
        "src/Homeward.Storage/CaseLocation.cs",
        "src/Homeward.Storage/CaseSession.cs",
        // Says what the database is for, and nothing of anybody in it.
        "src/Homeward.Storage/Installations/InstallationStore.cs",
        // Opens every photo and hands out how many do.
        "src/Homeward.Storage/Photos/PhotoCheck.cs",
        "src/Homeward.Storage/Postgres/PostgresCases.cs",
        "src/Homeward.Storage/Sqlite/SqliteCases.cs",
    ];

    /// <summary>Without migrations: the tool writes them public, and they say of tables, not of rows.</summary>
    static readonly Type[] PublicTypes =
        [.. typeof(CaseSession).Assembly.GetExportedTypes().Where(it => !it.IsAssignableTo(typeof(Migration)))];

    /// <summary>Neither as a type that is public, nor as a parameter, a result or a base of one.</summary>
    [Fact]
    public void No_context_query_or_connection_is_within_reach_outside_Storage()
    {
        Assert.DoesNotContain(PublicTypes, typeof(DbContext).IsAssignableFrom);
        Assert.Empty(
            from type in PublicTypes
            from member in type.GetMembers(Everything)
            where IsVisible(member)
            from touched in Touched(member)
            where IsForbidden(touched)
            select $"{type.Name}.{member.Name}: {touched.Name}");
    }

    /// <summary>A store has a session and nothing else to get data from.</summary>
    [Fact]
    public void Every_store_is_made_from_a_session_alone()
    {
        var stores = PublicTypes.Where(it => it.Name.EndsWith("Store", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(stores);
        Assert.All(
            stores,
            store => Assert.Equal(
                [typeof(CaseSession)],
                store.GetConstructors(Everything).Single().GetParameters().Select(it => it.ParameterType)));
        Assert.All(
            stores,
            store => Assert.DoesNotContain(
                store.GetFields(Everything), it => it.FieldType != typeof(CaseSession) && !it.IsStatic));
    }

    /// <summary>The two methods of the session that run anything against the case database.</summary>
    [Fact]
    public void Only_the_door_makes_contexts()
    {
        var makers = SourceTree.CSharpFiles
            .Where(it => it.StartsWith("src/", StringComparison.Ordinal))
            .Where(it => NewContext().IsMatch(SourceTree.Read(it)));

        Assert.Equal(MakersOfContexts, makers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_door_records_before_it_hands_out_and_asks_before_it_looks()
    {
        var source = SourceTree.Read("src/Homeward.Storage/CaseSession.cs");
        var read = source[source.IndexOf("Task<T> ReadAsync<T>", StringComparison.Ordinal)..];

        Assert.True(
            Position(read, "Door.AdmitAsync") < Position(read, "await query(context)")
            && Position(read, "await query(context)") < Position(read, "AuditKind.Read")
            && Position(read, "AuditKind.Read") < Position(read, "return found.Value"));
    }

    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static int Position(string text, string part)
    {
        var position = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(position >= 0, part);
        return position;
    }

    static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => false,
    };

    static IEnumerable<Type> Touched(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(it => it.ParameterType).Append(method.ReturnType)
            .SelectMany(Parts),
        ConstructorInfo constructor => constructor.GetParameters().SelectMany(it => Parts(it.ParameterType)),
        FieldInfo field => Parts(field.FieldType),
        _ => [],
    };

    static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : type.HasElementType ? Parts(type.GetElementType()!)
        : [type];

    static bool IsForbidden(Type type) =>
        typeof(DbContext).IsAssignableFrom(type)
        || typeof(System.Data.IDbConnection).IsAssignableFrom(type)
        || typeof(System.Data.IDbCommand).IsAssignableFrom(type)
        || typeof(System.Data.IDbTransaction).IsAssignableFrom(type)
        || type == typeof(IQueryable<>) || type == typeof(DbSet<>)
        || type.Namespace == typeof(DbContext).Namespace;

    [GeneratedRegex(@"\bNewContext\(\)|\bnew (Sqlite|Postgres)CaseContext\b")]
    private static partial Regex NewContext();
}
