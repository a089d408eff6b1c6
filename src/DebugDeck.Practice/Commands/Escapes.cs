using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary>The backslash escapes of <c>echo -e</c> and <c>printf</c>.</summary>
internal static class Escapes
{
    /// <param name="text">With escapes.</param>
    /// <param name="stopped">A <c>\c</c> ended the output.</param>
    public static string Expand(string text, out bool stopped)
    {
        var result = new StringBuilder();
        stopped = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var c = text[++i];
            if (c == 'c')
            {
                stopped = true;
                break;
            }

            if (c is >= '0' and <= '7')
            {
                result.Append((char)Digits(text, ref i, c == '0' ? 4 : 3, 8));
            }
            else if (c == 'x' && i + 1 < text.Length && char.IsAsciiHexDigit(text[i + 1]))
            {
                i++;
                result.Append((char)Digits(text, ref i, 2, 16));
            }
            else
            {
                result.Append(Simple(c));
            }
        }

        return result.ToString();
    }

    private static int Digits(string text, ref int i, int most, int radix)
    {
        var value = 0;
        var count = 0;
        while (count < most && i + count < text.Length && char.IsAsciiHexDigit(text[i + count]) && Convert.ToInt32(text[(i + count)..(i + count + 1)], 16) < radix)
        {
            value = (value * radix) + Convert.ToInt32(text[(i + count)..(i + count + 1)], 16);
            count++;
        }

        i += count - 1;
        return value & 255;
    }

    private static string Simple(char c) => c switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'v' => "\v",
        'e' => "\u001b",
        '\\' => "\\",
        _ => "\\" + c,
    };
}
