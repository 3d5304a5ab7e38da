using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Schema;

/// <summary>The kinds of tables there are, and what they refer to.</summary>
static class Tables
{
    const string Kind = "Homeward:Kind";
    const string Facts = "facts";
    const string Edited = "edited";
    const string Kept = "kept by rules";

    /// <summary>Rows that are added and never changed.</summary>
    public static EntityTypeBuilder<T> HoldsFacts<T>(
        this EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> key)
        where T : class
    {
        table.ToTable(name).HasKey(key);
        table.HasAnnotation(Kind, Facts);
        return table;
    }

    /// <summary>Rows that people edit. They have a <c>Version</c>, keep their key and are never removed.</summary>
    public static EntityTypeBuilder<T> IsEdited<T>(
        this EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> key)
        where T : class
    {
        table.ToTable(name).HasKey(key);
        table.Property<int>("Version").IsConcurrencyToken();
        table.HasAnnotation(Kind, Edited);
        return table;
    }

    /// <summary>The column holds the key of a row of another table.</summary>
    public static EntityTypeBuilder<T> Refers<T, TOther>(
        this EntityTypeBuilder<T> table, Expression<Func<T, object?>> column)
        where T : class
        where TOther : class
    {
        table.HasOne<TOther>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
        return table;
    }

    /// <summary>A row may take the place of another, and a row is replaced once.</summary>
    public static EntityTypeBuilder<T> Supersedes<T>(
        this EntityTypeBuilder<T> table, Expression<Func<T, object?>> column)
        where T : class
    {
        table.HasOne<T>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(column).IsUnique();
        return table;
    }

    /// <summary>Only the rules themselves write here. The application's role may not, and there is no entry column.
    /// </summary>
    public static EntityTypeBuilder<T> IsKeptByRules<T>(
        this EntityTypeBuilder<T> table, string name, Expression<Func<T, object?>> key)
        where T : class
    {
        table.ToTable(name).HasKey(key);
        table.HasAnnotation(Kind, Kept);
        return table;
    }

    /// <summary>A view that the rules define; for reading.</summary>
    public static EntityTypeBuilder<T> IsView<T>(this EntityTypeBuilder<T> table, string name)
        where T : class
    {
        table.ToView(name).HasNoKey();
        return table;
    }

    public static bool IsOfFacts(IReadOnlyEntityType table) => KindOf(table) == Facts;

    public static bool IsKept(IReadOnlyEntityType table) => KindOf(table) == Kept;

    public static bool IsKnown(IReadOnlyEntityType table) => KindOf(table) is not null;

    static string? KindOf(IReadOnlyEntityType table) =>
        table.GetRootType().FindAnnotation(Kind)?.Value as string;
}
