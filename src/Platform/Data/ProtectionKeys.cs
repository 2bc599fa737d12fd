using System.Xml.Linq;
using Linli.Platform.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Data;

/// <summary>A key of ASP.NET's data protection (cookies, form tokens), shared by all nodes.</summary>
internal sealed class ProtectionKey
{
    public required string Id { get; init; }
    public required string Xml { get; init; }
}

/// <summary>Keeps data-protection keys in the database. The framework asks synchronously, at start and every few weeks.</summary>
internal sealed class ProtectionKeys(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<ProtectionKey>().AsNoTracking().ToListAsync();
        return rows.ConvertAll(row => XElement.Parse(row.Xml));
    }).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new ProtectionKey { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        await db.SaveChangesAsync();
    }).GetAwaiter().GetResult();
}

/// <summary>Keeps the keys encrypted like personal data: who reads the database cannot make cookies.</summary>
internal sealed class ProtectionKeyEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    public const string Purpose = "protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("encrypted", Convert.ToBase64String(cipher.Protect(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose))), typeof(ProtectionKeyDecryptor));
}

/// <summary>Reads what <see cref="ProtectionKeyEncryptor"/> wrote; the framework makes it by its name in the stored key.</summary>
internal sealed class ProtectionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<FieldCipher>().Unprotect(Convert.FromBase64String(encryptedElement.Value), ProtectionKeyEncryptor.Purpose));
}
