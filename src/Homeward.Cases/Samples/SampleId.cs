namespace Homeward.Cases.Samples;

public readonly record struct SampleId(Guid Value);
