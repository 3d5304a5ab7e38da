using CsCheck;
using Homeward.Cases.Names;

namespace Homeward.Tests.Cases.Names;

/// <summary>合成 (héchéng) means synthetic. Readings of family names: 现代汉语词典.</summary>
public sealed class NameFormTests
{
    [Theory]
    [InlineData("单合成", "shanhecheng", "422")]
    [InlineData("曾合成", "zenghecheng", "122")]
    [InlineData("仇合成", "qiuhecheng", "222")]
    [InlineData("解合成", "xiehecheng", "422")]
    [InlineData("欧阳合成", "ouyanghecheng", "1222")]
    [InlineData("尉迟合成", "yuchihecheng", "4222")]
    [InlineData("吕合成", "lvhecheng", "322")]
    [InlineData("合单成", "hedancheng", "212")]
    public void A_name_in_characters_is_read_with_the_reading_of_its_family_name(
        string name, string letters, string tones)
    {
        var form = NameForm.Of(name);

        Assert.Equal((name, letters, tones), (form.Characters, form.Letters, form.Tones));
    }

    [Theory]
    [InlineData("Wáng Héchéng", NameCloseness.SameSound)]
    [InlineData("wang2 he2cheng2", NameCloseness.SameSound)]
    [InlineData("WANG He-cheng", NameCloseness.SameLetters)]
    [InlineData("Hecheng Wang", NameCloseness.SameLetters)]
    [InlineData("wàng hèchēng", NameCloseness.SameLetters)]
    [InlineData("王合成", NameCloseness.SameCharacters)]
    [InlineData("王 合成", NameCloseness.SameCharacters)]
    [InlineData("SYNTHETIC 王合成", NameCloseness.SameCharacters)]
    [InlineData("王河城", NameCloseness.SameSound)]
    [InlineData("王贺程", NameCloseness.SameLetters)]
    [InlineData("王合成成", NameCloseness.OneFault)]
    [InlineData("张合成", NameCloseness.OneFault)]
    [InlineData("wanghechen", NameCloseness.OneFault)]
    [InlineData("wang hechneg", NameCloseness.OneFault)]
    [InlineData("li hecheng", NameCloseness.Different)]
    public void A_name_is_found_however_it_is_written(string sought, NameCloseness closeness) =>
        Assert.Equal(closeness, NameComparison.Between(NameForm.Orders(sought), NameForm.Of("王合成")));

    [Theory]
    [InlineData("Dan Hecheng", "单合成")]
    [InlineData("wang lehe", "王乐合")]
    public void A_character_is_found_by_its_other_readings(string sought, string name) =>
        Assert.InRange(
            NameComparison.Between(NameForm.Orders(sought), NameForm.Of(name)),
            NameCloseness.SameLetters, NameCloseness.OtherReading);

    [Theory]
    [InlineData("Nguyễn Thị Hợp Đạo", "nguyen thi hop dao")]
    [InlineData("LYU Hecheng", "吕合成")]
    [InlineData("Lü Hecheng", "吕合成")]
    [InlineData("O'Synthetic", "osynthetic")]
    [InlineData("Ａnna Synthetic", "anna synthetic")]
    public void Accents_and_signs_do_not_count(string one, string other) =>
        Assert.Equal(NameForm.Of(one).Letters, NameForm.Of(other).Letters);

    [Fact]
    public void Marks_of_scripts_that_write_vowels_so_are_kept() =>
        Assert.NotEqual(NameForm.Of("กิ").Letters, NameForm.Of("กา").Letters);

    [Fact]
    public void Half_a_character_does_no_harm() =>
        Assert.All(NameForm.Of("王\uD842合成").Keys(), key => Assert.True(key.IsNormalized()));

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_character() =>
        Assert.All(NameForm.Of("王𠮷合").Keys(), key => Assert.DoesNotContain('\uFFFD', key));

    [Fact]
    public void A_name_with_one_fault_shares_a_key_with_the_right_one() =>
        (from name in Gen.Char['a', 'e'].Array[4, 10].Select(it => new string(it))
         from kind in Gen.Int[0, 3]
         from at in Gen.Int[0, name.Length - 2]
         from letter in Gen.Char['a', 'f']
         select (Name: name, Faulty: kind switch
         {
             0 => name.Remove(at, 1),
             1 => name.Insert(at, letter.ToString()),
             2 => name.Remove(at, 1).Insert(at, letter.ToString()),
             _ => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
         })).Sample(it =>
         {
             if (it.Faulty.Length < 4) return;
             var (right, faulty) = (NameForm.Of(it.Name), NameForm.Of(it.Faulty));
             Assert.True(right.Keys().Overlaps(faulty.Keys()), $"{it.Name} {it.Faulty}");
             Assert.NotEqual(NameCloseness.Different, NameComparison.Between(faulty, right));
         });

    [Fact]
    public void Names_two_faults_apart_are_different_as_counted_letter_by_letter() =>
        (from one in Gen.Char['a', 'c'].Array[1, 7].Select(it => new string(it))
         from two in Gen.Char['a', 'c'].Array[1, 7].Select(it => new string(it))
         select (one, two)).Sample(it => Assert.Equal(
            Distance(it.one, it.two) <= 1,
            NameComparison.Between(NameForm.Of(it.one), NameForm.Of(it.two)) != NameCloseness.Different));

    /// <summary>Optimal string alignment: Damerau 1964, by its table.</summary>
    static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) { d[i, j] = i + j; continue; }
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
