using Homeward.Cases.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.People;

/// <summary>By what a list calls people: the first name of a record that was not superseded.</summary>
static class FirstNames
{
    /// <summary>Who has no name is not in it.</summary>
    public static async Task<Dictionary<PersonId, string>> OfAsync(
        CaseContext context, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var asked = people.Distinct().ToList();
        var all = context.Set<PersonName>();
        var names = await all
            .Where(it => asked.Contains(it.Person) && !all.Any(later => later.Supersedes == it.Id))
            .OrderBy(it => it.Id).Select(it => new { it.Person, it.Text }).ToListAsync(cancel);
        return names.GroupBy(it => it.Person).ToDictionary(it => it.Key, it => it.First().Text);
    }
}
