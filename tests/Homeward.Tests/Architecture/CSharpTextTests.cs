namespace Homeward.Tests.Architecture;

public sealed class CSharpTextTests
{
    const string Sample = """"
        namespace Sample;

        /// <summary>A { brace in a comment.</summary>
        public sealed class Thing(int size)
        {
            const string Text = "{ \" {{";
            string Raw => """ { """;
            string Hole(string it) => $"{(it.Length > 0 ? "}" : "{")} {{";
            int[] Table { get; } =
            [
                1,
            ];

            void Method()
            {
                if (size > '{')
                {
                    Method();
                }
            }

            sealed record Inner
            {
                int Two() =>
                    2;
            }
        }
        """";

    [Fact]
    public void Every_member_is_found_with_its_lines()
    {
        var found = CSharpText.Members(Sample).Select(it => (it.FirstLine, it.LastLine));

        Assert.Equal([(1, 1), (6, 6), (7, 7), (8, 8), (9, 9), (9, 12), (14, 20), (24, 25)], found);
    }
}
