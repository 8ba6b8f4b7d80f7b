export default () => ({ dir: { input: ".", output: "out", data: "_data", includes: "_includes" } });
