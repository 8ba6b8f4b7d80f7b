using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>
/// One object of the source and the subject it speaks of. Reads its fields into claims; a field that cannot be taken is refused
/// with its path, and the rest stays.
/// </summary>
internal sealed class JsonThing(ImportLog log, Subject subject, string path, Inherited? inherited = null)
{
    public ImportLog Log => log;
    public Subject Subject => subject;
    public string Path => path;

    /// <summary>The members of an object; one that is null is refused unless the format writes null for "not told".</summary>
    public List<(string Name, JsonElement Value)> Members(JsonElement element, string under = "", bool nullable = false)
    {
        var members = new List<(string Name, JsonElement Value)>(20);
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            if (property.Value.ValueKind is JsonValueKind.Null && nullable) continue;
            if (property.Value.ValueKind is JsonValueKind.Null) Refuse(under + name, property.Value, "null says nothing", "a value; or leave the key out");
            else members.Add((name, property.Value));
        }
        return members;
    }

    /// <summary>Whether it is an object; if not, it is refused.</summary>
    public bool IsObject(string key, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object) return true;
        Refuse(key, value, "wrong type", "an object");
        return false;
    }

    public Claim Say(string key, Property property, ClaimValue value, string? quoted = null, string? note = null, bool unconfirmed = false, bool forced = false, Held? held = null) =>
        log.Say(subject, property, value, quoted, note ?? (inherited?.Has(key) == true ? inherited.Note : null), unconfirmed, forced, held);

    public void Text(string key, JsonElement value, Property property, string? note = null)
    {
        if (Text(key, value) is { } text) Say(key, property, new ClaimValue.Words(text), note: note);
    }

    public string? Text(string key, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String) Refuse(key, value, "wrong type", "text");
        else if (value.GetString()!.Trim() is not { Length: > 0 } text) Refuse(key, value, "empty text", "text; or leave the key out");
        else if (text.Length > ImportLimits.Text) Refuse(key, value, "a text too long to be read", $"at most {ImportLimits.Text:#,0} characters");
        else if (Visible.Of(text) is var shown && ReferenceEquals(shown, text)) return text;
        else
        {
            log.Note("a text with characters that act instead of being read (control characters, changes of direction): a blank or � stands for each", $"{path}.{key}");
            if (shown.Trim() is { Length: > 0 } left) return left;
            Refuse(key, value, "empty text", "text; or leave the key out");
        }
        return null;
    }

    public void Date(string key, JsonElement value, Property property)
    {
        if (Text(key, value) is not { } text) return;
        if (PartialDate.TryParse(text, out var date) && ImportLimits.IsYear(date.Year)) Say(key, property, new ClaimValue.Date(date));
        else Refuse(key, value, "not a date", "2025, 2025-03 or 2025-03-12, between 2000 and 2100");
    }

    /// <param name="key">Its name.</param>
    /// <param name="value">True or false.</param>
    /// <param name="always">The format makes everyone fill it in, so that a false may mean "not looked at".</param>
    /// <param name="properties">What it says something about.</param>
    public void Flag(string key, JsonElement value, bool always, params ReadOnlySpan<Property> properties)
    {
        if (Bool(key, value) is not { } said) return;
        foreach (var property in properties) Say(key, property, ClaimValue.Of(said), quoted: $"{key}: {(said ? "true" : "false")}", forced: always && !said);
    }

    public bool? Bool(string key, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Refuse(key, value, "wrong type", "true or false");
        return null;
    }

    public void Tokens(string key, JsonElement value, Property property, string? quoted = null)
    {
        if (Number(key, value) is not { } number) return;
        if (number == 0) Refuse(key, value, "0 tokens is not a limit", "a whole number above 0; or leave the key out");
        else if (number < 0) Refuse(key, value, "a negative limit", "a whole number above 0");
        else if (number != decimal.Truncate(number)) Refuse(key, value, "a fraction of a token", "a whole number above 0");
        else if (number > ImportLimits.Tokens) Refuse(key, value, "an absurd limit", $"at most {ImportLimits.Tokens:#,0} tokens");
        else Say(key, property, new ClaimValue.Number(number), quoted ?? Printed(value, number));
    }

    /// <summary>The number as printed, digit for digit; refused when it is none.</summary>
    public decimal? Number(string key, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Number) Refuse(key, value, "wrong type", "a number");
        else if (JsonNumber.TryExact(value, out var number)) return number;
        else Refuse(key, value, "a number out of range", "a number of up to 28 digits");
        return null;
    }

    /// <summary>The source's text, where our way of writing the number would not show it.</summary>
    public static string? Printed(JsonElement value, decimal number)
    {
        var raw = value.GetRawText();
        return raw.Length <= 28 && !raw.AsSpan().ContainsAny('e', 'E') ? null : raw == new ClaimValue.Number(number).Text ? null : raw;
    }

    public void Refuse(string key, JsonElement value, string reason, string allowed) =>
        log.Refuse(subject.ToString(), key.Length == 0 ? path : $"{path}.{key}", value.GetRawText(), reason, allowed);

    public void Unknown(string key) => log.Note($"unknown key '{key}': not read", $"{path}.{key}");

    public void NotCompared(string key) => log.Note($"'{key}' is no property that Assay compares: it stays in the snapshot", path);
}

/// <summary>Which fields of an entry come from the base model it names.</summary>
internal sealed record Inherited(string From, IReadOnlySet<string> Keys)
{
    public string Note => $"taken over from the base model {From}, which the source names";

    /// <summary>Whether the field of this dotted path, or an object it is in, comes from the base.</summary>
    public bool Has(string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOf('.', end - 1))
            if (Keys.Contains(key[..end])) return true;
        return false;
    }
}
