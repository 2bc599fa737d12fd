using System.Security.Cryptography;
using System.Text;
using Linli.Platform.Files;

namespace Linli.Platform.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly Folder data = new();
    private readonly FileStore store;

    public FileStoreTests() => store = new(data.Path);

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_photo_is_stored_clean_under_the_hash_of_the_clean_bytes()
    {
        var photo = await Stored(SampleJpeg.With(TellTale.Tiff(6)));
        var kept = Read(photo.Hash);
        Assert.Equal(new("", "image/jpeg", kept.Length, 480, 640), photo with { Hash = "" });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(kept)), photo.Hash);
        Assert.False(kept.Holds(TellTale.Mark));
        Assert.True(File.Exists(Path.Combine(data["files"], photo.Hash[..2], photo.Hash[2..4], photo.Hash)));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_even_when_sent_many_times_at_once()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Stored(SamplePng.Of())));
        Assert.Single(files.Distinct());
        Assert.Single(AllFiles());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task The_type_is_decided_by_the_content(string mediaType, byte[] content)
        => Assert.Equal(mediaType, (await Stored(content)).MediaType);

    public static TheoryData<string, byte[]> Types => new()
    {
        { "image/png", SamplePng.Of() },
        { "image/webp", SampleWebP.Simple() },
        { "image/gif", SampleGif.Of() },
        { "application/pdf", "%PDF-1.7\n…\n%%EOF\n"u8.ToArray() },
        { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SampleArchive.Of("[Content_Types].xml", "word/document.xml") },
        { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SampleArchive.Of("[Content_Types].xml", "xl/workbook.xml") },
        { "text/plain; charset=utf-8", "编号,街道\r\n1,马峦\r\n"u8.ToArray() },
        { "text/plain; charset=utf-8", "<script>alert(1)</script>"u8.ToArray() },
        { "text/plain; charset=gb18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("编号,街道\r\n1,马峦\r\n") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_taken_is_refused_and_leaves_nothing(FileRefusal refusal, byte[] content)
    {
        var outcome = await Save(content);
        Assert.False(outcome.Stored);
        Assert.Equal(refusal, outcome.Refusal);
        Assert.Empty(AllFiles());
    }

    public static TheoryData<FileRefusal, byte[]> Refused => new()
    {
        { FileRefusal.Empty, [] },
        { FileRefusal.TooLarge, new byte[5000] },
        { FileRefusal.UnknownType, [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2] },
        { FileRefusal.UnknownType, "\0\0\0\u0018ftypisom\0\0\0\0"u8.ToArray() },
        { FileRefusal.UnknownType, SampleArchive.Of("readme.txt") },
        { FileRefusal.HeicPhoto, "\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray() },
        { FileRefusal.HeicPhoto, "\0\0\0\u0018ftypavif\0\0\0\0"u8.ToArray() },
        { FileRefusal.Malformed, SamplePng.Of()[..100] },
        { FileRefusal.Malformed, "%PDF-1.7\n"u8.ToArray() },
        { FileRefusal.Malformed, SampleArchive.Of("[Content_Types].xml", "word/document.xml")[..80] },
        { FileRefusal.TooManyPixels, SamplePng.Of(100_000, 100_000) },
        { FileRefusal.ContainsMacros, SampleArchive.Of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
    };

    [Fact]
    public async Task A_known_type_is_refused_where_it_is_not_wanted()
    {
        var outcome = await Save("just text"u8.ToArray(), new() { Kinds = FileKinds.Photo });
        Assert.Equal(FileRefusal.NotAccepted, outcome.Refusal);
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.Save(new BrokenStream(), new(), TestContext.Current.CancellationToken));
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_removed()
    {
        var abandoned = Path.Combine(data["files"], "incoming", "half");
        await File.WriteAllTextAsync(abandoned, "half");
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(abandoned));
        store.RemoveAbandoned(written);
        Assert.Single(AllFiles());
        store.RemoveAbandoned(written.AddSeconds(1));
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task A_store_is_emptied_of_what_is_older_than_a_moment()
    {
        var stored = (await Save("just text"u8.ToArray())).File!;
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(store.Find(stored.Hash)!));
        store.RemoveAll(written);
        Assert.NotNull(store.Find(stored.Hash));
        store.RemoveAll(written.AddSeconds(1));
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task A_deleted_file_is_gone()
    {
        var file = await Stored("just text"u8.ToArray());
        store.Delete(file.Hash);
        Assert.Null(store.Open(file.Hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../keys.json")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    public void What_is_no_hash_of_a_file_opens_nothing(string hash) => Assert.Null(store.Open(hash));

    [Fact]
    public void Every_refusal_has_a_code_of_its_own()
        => Assert.Equal(Enum.GetValues<FileRefusal>().Length, Enum.GetValues<FileRefusal>().Select(FileRefusals.Code).Distinct().Count());

    private Task<FileOutcome> Save(byte[] content, FileLimits? limits = null)
        => store.Save(new MemoryStream(content), limits ?? new() { Bytes = 4000 }, TestContext.Current.CancellationToken);

    private async Task<StoredFile> Stored(byte[] content)
    {
        var outcome = await Save(content);
        Assert.True(outcome.Stored, outcome.Refusal?.ToString());
        return outcome.File;
    }

    private byte[] Read(string hash)
    {
        using var content = store.Open(hash)!;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string[] AllFiles() => Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The sender is gone.");
    }
}
