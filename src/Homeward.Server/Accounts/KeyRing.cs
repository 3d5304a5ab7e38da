using System.Text;
using System.Xml.Linq;
using Homeward.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Homeward.Server.Accounts;

/// <summary>Seals the keys of cookies and forms, which lie in <c>keys/web</c>, by the installation's own key.</summary>
sealed class KeyRingSealing(MasterKey master) : IXmlEncryptor
{
    internal const string Place = "key of cookies and forms";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(
            new XElement("sealed", Convert.ToBase64String(master.Seal(text, Place))), typeof(KeyRingOpening));
    }
}

/// <summary>Opens them again. The framework makes it by its name, which is written beside each key.</summary>
sealed class KeyRingOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Open(
            Convert.FromBase64String(encryptedElement.Value), KeyRingSealing.Place)));
}
