namespace Homeward.Genetics.Likelihood.Elimination;

/// <summary>
/// A table seen through the labels of one calculation: how far a step of each label moves in the arena.
/// </summary>
/// <remarks>A stride of 0 is a label that the table does not depend on.</remarks>
readonly record struct View(int Address, int[] Strides);
