namespace Homeward.Cases.Operations;

public enum OperationKind
{
    /// <summary>Agencies of several regions together.</summary>
    Joint,
    /// <summary>With an agency of another country, or against a ring that works across the border.</summary>
    CrossBorder,
    Provincial,
    /// <summary>Many small actions under one order.</summary>
    Campaign,
}
