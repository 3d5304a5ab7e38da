using System.Linq.Expressions;
using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Bulletins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Homeward.Storage.Schema;

/// <summary>How the values of records stand in columns.</summary>
static class Values
{
    const int LongestEnumName = 40;

    public static void Configure(ModelConfigurationBuilder configuration)
    {
        foreach (var id in typeof(AgencyId).Assembly.GetTypes().Where(IsId))
            configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        configuration.Properties<Instant>().HaveConversion<InstantConverter>();
        configuration.Properties<RegionCode>().HaveConversion<RegionConverter>()
            .HaveMaxLength(RegionCode.MostCharacters);
        configuration.Properties<AccessionNumber>().HaveConversion<AccessionConverter>()
            .HaveMaxLength(AccessionNumber.Characters);
        configuration.Properties<BulletinPlan>().HaveConversion<PlanConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(LongestEnumName);
    }

    /// <summary>A struct over one Guid.</summary>
    public static bool IsId(Type type) =>
        type is { IsValueType: true, IsGenericType: false } && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetConstructor([typeof(Guid)]) is not null;

    sealed class IdConverter<T>() : ValueConverter<T, Guid>(ToGuid(), FromGuid())
    {
        static Expression<Func<T, Guid>> ToGuid()
        {
            var id = Expression.Parameter(typeof(T), "id");
            return Expression.Lambda<Func<T, Guid>>(Expression.Property(id, "Value"), id);
        }

        static Expression<Func<Guid, T>> FromGuid()
        {
            var value = Expression.Parameter(typeof(Guid), "value");
            return Expression.Lambda<Func<Guid, T>>(
                Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, value), value);
        }
    }

    sealed class InstantConverter() : ValueConverter<Instant, long>(it => it.Microseconds, it => new Instant(it));

    sealed class PlanConverter()
        : ValueConverter<BulletinPlan, string>(it => PlanText.Write(it), it => PlanText.Read(it));

    sealed class RegionConverter() : ValueConverter<RegionCode, string>(it => it.Value, it => new RegionCode(it));

    sealed class AccessionConverter()
        : ValueConverter<AccessionNumber, string>(it => it.Text, it => AccessionOf(it));

    static AccessionNumber AccessionOf(string text)
    {
        var isNumber = AccessionNumber.TryParse(text, out var number);
        Check.That(isNumber, "a stored accession number is one");
        return number;
    }
}
