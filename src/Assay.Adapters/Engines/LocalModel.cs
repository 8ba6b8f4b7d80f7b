using Assay.Adapters.Engines.Files;
using Assay.Adapters.Engines.Labels;
using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Ocr;
using Assay.Calls;

namespace Assay.Adapters.Engines;

/// <summary>A model of the provider <c>local</c>.</summary>
public sealed record LocalModel
{
    private LocalModel(string name, ModelTask task, Func<EngineParts, IEngine> load) => (Name, Task, Load) = (name, task, load);

    /// <summary>Every one, in the order pages list them.</summary>
    public static IReadOnlyList<LocalModel> All { get; } =
    [
        Paddle("pp-ocr-v4-en", EngineFiles.OcrDetectV4, EngineFiles.OcrReadV4),
        Paddle("pp-ocr-v3-en", EngineFiles.OcrDetectV3, EngineFiles.OcrReadV3),
        new("tesseract", ModelTask.Ocr, _ => new TesseractOcr()) { Lacks = () => TesseractOcr.IsThere() ? null : "tesseract is not installed. Install it (Debian: apt install tesseract-ocr), or use another model." },
        Detecting("efficientdet-lite0", EngineFiles.EfficientDet0, keepShape: true),
        Detecting("efficientdet-lite1", EngineFiles.EfficientDet1, keepShape: true),
        Detecting("efficientdet-lite2", EngineFiles.EfficientDet2, keepShape: true),
        Detecting("ssd-mobilenet-v1", EngineFiles.SsdMobileNet, keepShape: false),
        Classifying("mobilenet-v1-224", EngineFiles.MobileNet, EngineFiles.MobileNetLabels, logits: false),
        Classifying("imagenet-299", EngineFiles.Graph, EngineFiles.GraphLabels, logits: true),
    ];

    /// <summary>As a reference names it after <c>local/</c>.</summary>
    public string Name { get; }

    /// <summary>The one thing it does.</summary>
    public ModelTask Task { get; }

    /// <summary>Its files; empty for one that the system brings.</summary>
    public IReadOnlyList<EngineFile> Files { get; private init; } = [];

    /// <summary>What this machine lacks that installing would not bring, with the fix; null where nothing.</summary>
    public Func<string?> Lacks { get; private init; } = () => null;

    /// <summary>Loads it, in the child process.</summary>
    internal Func<EngineParts, IEngine> Load { get; }

    public static LocalModel? Find(string name) => All.FirstOrDefault(m => m.Name == name);

    private static LocalModel Paddle(string name, EngineFile finding, EngineFile reading) =>
        new(name, ModelTask.Ocr, parts => new PaddleOcr(parts.Onnx(finding), parts.Onnx(reading), parts.Onnx(EngineFiles.OcrTurn))) { Files = [finding, reading, EngineFiles.OcrTurn], Lacks = () => Runtime(EngineFiles.OnnxRuntime, "ONNX Runtime") };

    private static LocalModel Detecting(string name, EngineFile file, bool keepShape) =>
        new(name, ModelTask.Detect, parts => new Detector(parts.Tflite(file), LabelFile.Within(parts.PathOf(file)), keepShape)) { Files = [file], Lacks = () => Runtime(EngineFiles.TfliteRuntime, "TensorFlow Lite") };

    private static LocalModel Classifying(string name, EngineFile file, EngineFile labels, bool logits) =>
        new(name, ModelTask.Classify, parts => new Classifier(parts.Tflite(file), LabelFile.Read(parts.PathOf(labels)), logits)) { Files = [file, labels], Lacks = () => Runtime(EngineFiles.TfliteRuntime, "TensorFlow Lite") };

    private static string? Runtime(EngineFile? file, string name) =>
        file is not null ? null : $"{name} is not to be had for this platform ({EngineFiles.Platform}). Use another local model, a provider with a key, or a server of your own.";
}

/// <summary>What engines are made of: the installed files, and the runtimes, each loaded at most once.</summary>
internal sealed class EngineParts(EngineFolder folder, int threads)
{
    private OnnxRuntime? onnx;
    private TfliteLibrary? tflite;

    public string PathOf(EngineFile file) => folder.PathOf(file);

    public OnnxModel Onnx(EngineFile file) => new(onnx ??= new(PathOf(EngineFiles.OnnxRuntime!)), PathOf(file), threads);

    public TfliteModel Tflite(EngineFile file) => new(tflite ??= new(PathOf(EngineFiles.TfliteRuntime!)), PathOf(file), threads);
}
