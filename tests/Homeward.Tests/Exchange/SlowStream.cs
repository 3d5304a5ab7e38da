namespace Homeward.Tests.Exchange;

/// <summary>Gives at most a few bytes at each read, as a network does.</summary>
sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
}
