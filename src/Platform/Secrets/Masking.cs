using System.Buffers;
using System.Globalization;

namespace Linli.Platform.Secrets;

/// <summary>How personal data is shown until somebody gives a reason to see it.</summary>
public static class Masking
{
    private const int AreaCode = 3, Tail = 4;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    /// <summary>138****1234; a short number keeps nothing but its last two digits.</summary>
    public static string Phone(string phone) => phone.Length >= 10
        ? $"{phone[..AreaCode]}{Stars(phone.Length - AreaCode - Tail)}{phone[^Tail..]}"
        : LastTwo(phone);

    /// <summary>z***@example.cn: the first character and where the mailbox is.</summary>
    public static string Email(string address) => address.Split('@', 2) is [{ Length: > 0 } box, var host] ? $"{StringInfo.GetNextTextElement(box)}***@{host}" : LastTwo(address);

    /// <summary>张**, whatever the length of the name.</summary>
    public static string Name(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name) + "**";

    /// <summary>4403**********1234; anything shorter than 15 characters keeps nothing but its last two.</summary>
    public static string IdNumber(string number) => number.Length >= 15
        ? $"{number[..4]}{Stars(number.Length - 8)}{number[^4..]}"
        : LastTwo(number);

    /// <summary>Keeps what stands before the first number (district, street, road), at most two thirds, and hides the house and the door.</summary>
    public static string Address(string address)
    {
        var number = address.AsSpan().IndexOfAny(Digits);
        var kept = Math.Min(number < 0 ? int.MaxValue : number, address.Length * 2 / 3);
        if (kept > 0 && char.IsHighSurrogate(address[kept - 1])) kept--;
        return address.Length == 0 ? "" : address[..kept] + "****";
    }

    private static string LastTwo(string text) => text.Length > 4 ? Stars(text.Length - 2) + text[^2..] : Stars(text.Length);

    private static string Stars(int count) => new('*', count);
}
