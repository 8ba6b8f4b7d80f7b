namespace Assay.Adapters.Images.Fetch;

/// <summary>What came of an address.</summary>
public abstract record ImageFetch
{
    private ImageFetch()
    {
    }

    /// <summary>An image, by its first bytes; whether it can be read is for the intake to say.</summary>
    /// <param name="Bytes">The file.</param>
    /// <param name="From">After redirects.</param>
    public sealed record Got(byte[] Bytes, Uri From) : ImageFetch;

    /// <param name="Message">The address, what was wrong and what is allowed. Never says which address inside a network a name led to.</param>
    public sealed record Failed(ImageFetchFault Kind, string Message) : ImageFetch;
}

public enum ImageFetchFault
{
    NotDecided = 0,

    /// <summary>No request was sent there: the address, or where it leads, is not allowed.</summary>
    NotAllowed,

    /// <summary>No connection, or it broke.</summary>
    Connection,

    /// <summary>Not done in time.</summary>
    TimedOut,

    /// <summary>Another status than 200, or too many redirects.</summary>
    Status,

    TooLarge,

    /// <summary>It is no image.</summary>
    NotAnImage,
}
