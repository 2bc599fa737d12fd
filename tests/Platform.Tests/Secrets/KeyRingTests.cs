using System.Security.Cryptography;
using Linli.Platform.Secrets;
using Microsoft.Extensions.Configuration;

namespace Linli.Platform.Tests.Secrets;

public sealed class KeyRingTests : IDisposable
{
    private const string Purpose = "cases.reporter.phone";
    private readonly Folder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void The_first_start_makes_a_ring_that_the_next_start_opens()
    {
        var first = Open();
        Assert.Equal(first.CurrentKeyId, Open().CurrentKeyId);
    }

    [Fact]
    public void Only_the_owner_can_read_the_ring()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        Open().Rotate();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(data["keys.json"]));
    }

    [Fact]
    public void Starting_many_times_at_once_makes_one_ring()
    {
        for (var round = 0; round < 100; round++)
        {
            using var fresh = new Folder();
            var ids = new uint[16];
            Parallel.For(0, ids.Length, i => ids[i] = KeyRing.Open(new ConfigurationBuilder().Build(), fresh.Path).CurrentKeyId);
            Assert.Single(ids.Distinct());
            Assert.Equal(["keys.json", "keys.json.lock"], Directory.GetFiles(fresh.Path).Select(file => Path.GetFileName(file)).Order());
        }
    }

    [Fact]
    public void After_rotation_old_values_are_readable_and_known_as_old()
    {
        var ring = Open();
        var cipher = new FieldCipher(ring);
        var old = cipher.Protect("13800138000", Purpose);
        ring.Rotate();
        Assert.Equal("13800138000", cipher.Unprotect(old, Purpose));
        Assert.True(cipher.NeedsRotation(old));
        Assert.False(cipher.NeedsRotation(cipher.Protect("13800138000", Purpose)));
    }

    [Fact]
    public void Rotation_changes_neither_fingerprints_nor_signatures()
    {
        var ring = Open();
        var cipher = new FieldCipher(ring);
        byte[][] before = [cipher.Fingerprint("13800138000", Purpose), cipher.Sign("row"u8)];
        ring.Rotate();
        Assert.Equal(before, [cipher.Fingerprint("13800138000", Purpose), cipher.Sign("row"u8)]);
    }

    [Fact]
    public void Another_running_node_reads_what_a_rotated_ring_wrote()
    {
        var (here, there) = (Open(), Open());
        here.Rotate();
        var value = new FieldCipher(here).Protect("张三", Purpose);
        Assert.Equal("张三", new FieldCipher(there).Unprotect(value, Purpose));
    }

    [Fact]
    public void A_value_of_another_installation_names_the_key_that_is_missing()
    {
        using var elsewhere = new Folder();
        var theirs = KeyRing.Open(new ConfigurationBuilder().Build(), elsewhere.Path);
        var value = new FieldCipher(theirs).Protect("张三", Purpose);
        var missing = Assert.Throws<UnknownKeyException>(() => new FieldCipher(Open()).Unprotect(value, Purpose));
        Assert.Equal(theirs.CurrentKeyId, missing.KeyId);
    }

    [Fact]
    public void Configured_keys_are_used_and_the_former_ones_too()
    {
        var (root, first, second) = (Secret(), Secret(), Secret());
        var value = new FieldCipher(Configured(root, first)).Protect("张三", Purpose);
        var rotated = Configured(root, second, first);
        Assert.Equal("张三", new FieldCipher(rotated).Unprotect(value, Purpose));
        Assert.Throws<InvalidOperationException>(rotated.Rotate);
        Assert.Empty(Directory.GetFiles(data.Path));
    }

    [Fact]
    public void A_short_secret_stops_the_start()
        => Assert.Throws<InvalidOperationException>(() => Configured(Secret(), Convert.ToBase64String([1, 2, 3])));

    private KeyRing Open() => KeyRing.Open(new ConfigurationBuilder().Build(), data.Path);

    private KeyRing Configured(string root, string current, params string[] former) => KeyRing.Open(
        new ConfigurationBuilder().AddInMemoryCollection([
            new("Linli:Keys:Root", root),
            new("Linli:Keys:Current", current),
            .. former.Select((key, i) => KeyValuePair.Create<string, string?>($"Linli:Keys:Former:{i}", key))]).Build(),
        data.Path);

    private static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
