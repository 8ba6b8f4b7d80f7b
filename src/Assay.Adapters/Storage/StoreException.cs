namespace Assay.Adapters.Storage;

/// <summary>The store cannot be used as it is. The message says what happened, what is allowed, and what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
