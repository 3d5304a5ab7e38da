using Homeward.Cases.People;
using Homeward.Cases.Rescues;

namespace Homeward.Cases.Notices;

/// <summary>The words of printed pages in one language.</summary>
sealed record NoticeWords
{
    public required string Tag { get; init; }
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Unknown { get; init; }
    public required string Sex { get; init; }
    public required string Age { get; init; }
    public required string Days { get; init; }
    public required string Rescued { get; init; }
    public required string Place { get; init; }
    public required string Condition { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string HandedOver { get; init; }
    public required string Law { get; init; }
    public required string Signature { get; init; }
    public required string Sample { get; init; }
    public required string Taken { get; init; }
    public required Func<Sex, string> OfSex { get; init; }
    public required Func<Condition, string> OfCondition { get; init; }

    public static NoticeWords In(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => English,
        NoticeLanguage.Chinese => Chinese,
    };

    static readonly NoticeWords English = new()
    {
        Tag = "en",
        Title = "Notice of temporary care",
        Number = "Number",
        Name = "Name",
        Unknown = "not known",
        Sex = "Sex",
        Age = "Age at the rescue",
        Days = "days",
        Rescued = "Rescued on",
        Place = "Place of the rescue",
        Condition = "Condition",
        From = "Handed over by",
        To = "Received by",
        HandedOver = "Handed over on",
        Law = "The institution takes temporary care of this person until the parents are found and verified through "
            + "DNA. Nobody who bought, sold, moved or hid the person may receive it.",
        Signature = "Name, signature, stamp",
        Sample = "Sample",
        Taken = "Taken on",
        OfSex = it => it switch
        {
            People.Sex.Unknown => "not known",
            People.Sex.Female => "female",
            People.Sex.Male => "male",
            People.Sex.Intersex => "intersex",
        },
        OfCondition = it => it switch
        {
            Rescues.Condition.Unknown => "not known",
            Rescues.Condition.Good => "good",
            Rescues.Condition.Ill => "ill",
            Rescues.Condition.Injured => "injured",
            Rescues.Condition.Malnourished => "malnourished",
            Rescues.Condition.Sedated => "sedated",
            Rescues.Condition.Neglected => "neglected",
            Rescues.Condition.Dead => "dead",
            Rescues.Condition.Other => "other",
        },
    };

    static readonly NoticeWords Chinese = new()
    {
        Tag = "zh-Hans",
        Title = "临时照料通知书",
        Number = "编号",
        Name = "姓名",
        Unknown = "不详",
        Sex = "性别",
        Age = "解救时年龄",
        Days = "天",
        Rescued = "解救日期",
        Place = "解救地点",
        Condition = "身体状况",
        From = "移交单位",
        To = "接收单位",
        HandedOver = "移交日期",
        Law = "在通过DNA比对找到并核实亲生父母之前，由接收单位对该人承担临时照料责任。"
            + "任何收买、出卖、接送、窝藏该人的人员不得领回。",
        Signature = "姓名、签字、盖章",
        Sample = "样本",
        Taken = "采集日期",
        OfSex = it => it switch
        {
            People.Sex.Unknown => "不详",
            People.Sex.Female => "女",
            People.Sex.Male => "男",
            People.Sex.Intersex => "间性",
        },
        OfCondition = it => it switch
        {
            Rescues.Condition.Unknown => "不详",
            Rescues.Condition.Good => "良好",
            Rescues.Condition.Ill => "患病",
            Rescues.Condition.Injured => "受伤",
            Rescues.Condition.Malnourished => "营养不良",
            Rescues.Condition.Sedated => "被下药",
            Rescues.Condition.Neglected => "受忽视",
            Rescues.Condition.Dead => "死亡",
            Rescues.Condition.Other => "其他",
        },
    };
}
