using Homeward.Cases.Installations;
using Homeward.Cases.People;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Demonstration.Nation;

/// <summary>Names put together at random from common characters. Each is marked as made up.</summary>
static class NationNames
{
    const string Surnames = "王李张刘陈杨黄赵周徐孙马胡郭何高罗郑梁谢宋唐许邓冯韩曹彭肖田董袁";
    const string Given = "明芳伟娜静丽强磊军洋勇艳杰娟涛超霞平刚桂英华玉梅红云建国志永春秀兰婷雪飞海龙晓文";

    public static PersonName Of(PersonId person, Guid id, SeededRandom random)
    {
        Span<char> name = stackalloc char[3];
        name[0] = Surnames[random.NextBelow(Surnames.Length)];
        for (var at = 1; at < 3; at++) name[at] = Given[random.NextBelow(Given.Length)];
        return new()
        {
            Id = new(id),
            Person = person,
            Text = Synthetic.Name(name.ToString()),
            Script = Script.Hans,
            Kind = NameKind.Birth,
            At = default,
        };
    }
}
