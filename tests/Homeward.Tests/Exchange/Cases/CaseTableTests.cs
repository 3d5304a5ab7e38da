using System.Text;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Time;
using Homeward.Exchange.Cases;
using Homeward.Genetics.Primitives;

namespace Homeward.Tests.Exchange.Cases;

public sealed class CaseTableTests
{
    [Fact]
    public void People_are_read_as_written_in_either_language()
    {
        var english = People(
            "number,name,sex,born,basis,citizenship,language,marks\n"
            + "P-1,SYNTHETIC One,female,2011-03..2011-05-20,Appearance,vnm,VIE,\"a mark, left\"\n"
            + "P-2,SYNTHETIC Two,,,,,,\n").Value!;
        var chinese = People("编号\t姓名\t性别\t出生日期\nP-3\tSYNTHETIC 三\t男\t2004\n").Value!;

        Assert.Equal(
            new PersonRow("row 2", "P-1")
            {
                Name = "SYNTHETIC One",
                Sex = Sex.Female,
                Born = new(new(2011, 3, 1), new(2011, 5, 20)),
                Basis = DateBasis.Appearance,
                Citizenship = "VNM",
                Language = "vie",
                Marks = "a mark, left",
            },
            english[0]);
        Assert.Equal((Sex.Unknown, DayInterval.Unknown, DateBasis.Unknown, (string?)null),
            (english[1].Sex, english[1].Born, english[1].Basis, english[1].Marks));
        var third = Assert.Single(chinese);
        Assert.Equal(
            (Sex.Male, new DayInterval(new(2004, 1, 1), new(2004, 12, 31))), (third.Sex, third.Born));
    }

    [Theory]
    [InlineData("2011-05-20", "2011-05-20", "2011-05-20")]
    [InlineData("2012-02", "2012-02-01", "2012-02-29")]
    [InlineData("2011", "2011-01-01", "2011-12-31")]
    [InlineData("2011..2012-02", "2011-01-01", "2012-02-29")]
    [InlineData("2011-05-20 .. 2011-05-20", "2011-05-20", "2011-05-20")]
    public void Days_are_as_certain_as_they_are_written(string cell, string earliest, string latest) =>
        Assert.Equal(
            new DayInterval(DateOnly.Parse(earliest, null), DateOnly.Parse(latest, null)),
            People($"number,name,born\n1,SYNTHETIC,{cell}\n").Value![0].Born);

    [Fact]
    public void Every_problem_of_a_table_of_people_is_told_with_its_place() =>
        Assert.Equal(
            [
                "row 2, column number: the row has no number",
                "row 3, column name: the person has no name; write what the person is called by",
                "row 3, column sex: is no sex; write male, female, intersex or unknown",
                "row 4, column number: is that of row 3",
                "row 5, column born: is no day, month or year: write 2011-05-20, 2011-05, 2011 or 2011-05..2011-07",
                "row 6, column born: is no day, month or year: write 2011-05-20, 2011-05, 2011 or 2011-05..2011-07",
                "row 7, column basis: is none of Unknown, Document, Stated, Appearance, Medical",
                "row 8, column basis: is none of Unknown, Document, Stated, Appearance, Medical",
                "row 9, column citizenship: is no code of 3 letters",
                "row 10: has 3 fields where the header has 6",
                "row 11, column name: is longer than 200 characters",
            ],
            People(
                "number,name,sex,born,basis,citizenship\n,SYNTHETIC,,,,\n2,,boy,,,\n2,SYNTHETIC,,,,\n"
                + "4,SYNTHETIC,,2011-02-30,,\n5,SYNTHETIC,,2012..2011,,\n6,SYNTHETIC,,,guess,\n7,SYNTHETIC,,,1,\n"
                + "8,SYNTHETIC,,,,Viet Nam\n9,SYNTHETIC,\n10," + new string('x', 201) + ",,,,\n").Problems
                .Select(it => it.ToString()));

    [Fact]
    public void A_table_that_is_something_else_is_refused_by_its_columns() =>
        Assert.Equal(
            [
                "row 1: there is no column number", "row 1, column Name: the column is given twice",
                "row 1, column colour: is no column of such a table",
            ],
            People("name,Name,colour\nx,y,z\n").Problems.Select(it => it.ToString()));

    [Fact]
    public void A_table_without_rows_is_refused() =>
        Assert.Equal("the file holds no people", Assert.Single(People("number,name\n").Problems).ToString());

    [Fact]
    public void Reports_are_read_as_written()
    {
        var row = Assert.Single(Reports(
            "number,name,sex,born,last_seen,region,category\n"
            + "R-1,SYNTHETIC One,M,2009,2011-05-17,440000,abducted\n").Value!);

        Assert.Equal(
            (Sex.Male, DayInterval.On(new(2011, 5, 17)), "440000", MissingCategory.Abducted),
            (row.Sex, row.LastSeen, row.Region.Value, row.Category));
    }

    [Fact]
    public void Every_problem_of_a_table_of_reports_is_told_with_its_place() =>
        Assert.Equal(
            [
                "row 2, column region: is no code of a region, such as 440000",
                "row 3, column last_seen: is before the person was born",
                "row 4, column category: is none of Unknown, Abducted, Lured, TakenByParent, Sold, Runaway, Lost",
            ],
            Reports(
                "number,name,born,last_seen,region,category\n1,SYNTHETIC,,2011,Somewhere far,\n"
                + "2,SYNTHETIC,2011-05,2011-04-30,440000,\n3,SYNTHETIC,,,440000,Stolen\n").Problems
                .Select(it => it.ToString()));

    static Parsed<IReadOnlyList<PersonRow>> People(string text) =>
        PeopleTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    static Parsed<IReadOnlyList<ReportRow>> Reports(string text) =>
        ReportTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
