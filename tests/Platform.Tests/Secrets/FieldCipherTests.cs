using System.Security.Cryptography;
using Linli.Platform.Secrets;
using Microsoft.Extensions.Configuration;

namespace Linli.Platform.Tests.Secrets;

public sealed class FieldCipherTests : IDisposable
{
    private readonly Folder data = new();
    private readonly FieldCipher cipher;

    public FieldCipherTests() => cipher = new(KeyRing.Open(new ConfigurationBuilder().Build(), data.Path));

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("13800138000")]
    [InlineData("广东省深圳市坪山区马峦街道瑞景路十二号𠮷")]
    public void What_is_protected_comes_back(string text)
        => Assert.Equal(text, cipher.Unprotect(cipher.Protect(text, "a"), "a"));

    [Fact]
    public void The_same_text_is_never_written_the_same_way_twice()
        => Assert.NotEqual(cipher.Protect("张三", "a"), cipher.Protect("张三", "a"));

    [Fact]
    public void A_value_of_another_purpose_is_refused()
        => Assert.ThrowsAny<CryptographicException>(() => cipher.Unprotect(cipher.Protect("张三", "a"), "b"));

    [Fact]
    public void Every_changed_byte_and_every_cut_is_noticed()
    {
        var value = cipher.Protect("张三", "a");
        for (var i = 0; i < value.Length; i++)
        {
            var (changed, cut) = ((byte[])value.Clone(), value[..i]);
            changed[i] ^= 1;
            Refused(changed);
            Refused(cut);
        }
    }

    [Fact]
    public void Fingerprints_are_equal_for_equal_texts_of_one_purpose_only()
    {
        Assert.Equal(cipher.Fingerprint("13800138000", "a"), cipher.Fingerprint("13800138000", "a"));
        Assert.NotEqual(cipher.Fingerprint("13800138000", "a"), cipher.Fingerprint("13800138000", "b"));
        Assert.NotEqual(cipher.Fingerprint("13800138000", "a"), cipher.Fingerprint("13800138001", "a"));
    }

    [Fact]
    public void Signing_and_fingerprints_use_different_keys()
        => Assert.NotEqual(cipher.Sign("a\0text"u8), cipher.Fingerprint("text", "a"));

    private void Refused(byte[] value)
    {
        var refusal = Record.Exception(() => cipher.Unprotect(value, "a"));
        Assert.True(refusal is CryptographicException or UnknownKeyException, refusal?.ToString() ?? "nothing was noticed");
    }
}
