/** Caches in the two shapes that AutoBuild's data loader takes, pickled by Python 3.11 (protocol 4), in base64. */
const decoded = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Two networks as [resolution, units], with acc and flops. */
export const CUSTOM_CACHE = decoded(
  [
    "gASVuQAAAAAAAABdlCh9lCiMD29yaWdpbmFsIGNvbmZpZ5RdlChL4F2UKF2UKIwNbWJjb252M19lNl9rNZSMDW1iY29udjNfZTNf",
    "azOUZV2UKIwNbWJjb252M19lNF9rNZSMDW1iY29udjNfZTNfazeUZWVljANhY2OURz/oo9cKPXCkjAVmbG9wc5RNLAF1fZQoaAJd",
    "lChLwF2UKF2UKGgGaAdlXZQoaAloB2gHZWVlaAtHP+gAAAAAAABoDE0YAXVlLg==",
  ].join(""),
);

/** Two graphs of onnx_ir.graph.Graph and onnx_ir.node.Node: input, 3x3 convolution to 8 or 16 channels, relu, output. */
export const RICH_CACHE = decoded(
  [
    "gASVDwcAAAAAAABdlCh9lCiMBWdyYXBolIwNb25ueF9pci5ncmFwaJSMBUdyYXBolJOUKYGUfZQojA5vbm54X21ldGFfaW5mb5R9",
    "lIwIbWV0YWRhdGGUfZSMBW5vZGVzlF2UKIwMb25ueF9pci5ub2RllIwETm9kZZSTlCmBlH2UKIwGc3RyX2lklIwBYZSMBG5hbWWU",
    "aBSMB29wX3R5cGWUjAtpbnB1dF9kdW1teZSMBmlucHV0c5RdlIwHb3V0cHV0c5RdlH2UKGgVjAF4lIwEdHlwZZR9lIwKdGVuc29y",
    "VHlwZZR9lCiMCGVsZW1UeXBllEsBjAVzaGFwZZR9lIwDZGltlF2UKH2UjAhkaW1WYWx1ZZSMATGUc32UaCiMATOUc32UaCiMAjMy",
    "lHN9lGgojAIzMpRzZXN1c3VhjAlhdHRyaWJ1dGWUTowLaW5pdGlhbGl6ZXKUTnViaBApgZR9lChoE4wBYpRoFWg0aBaMBENvbnaU",
    "aBhdlH2UKGgVaB1oHn2UaCB9lChoIksBaCN9lGglXZQofZRoKIwBMZRzfZRoKIwBM5RzfZRoKIwCMzKUc32UaCiMAjMylHNlc3Vz",
    "dWFoGl2UfZQoaBWMAXmUaB59lGggfZQoaCJLAWgjfZRoJV2UKH2UaCiMATGUc32UaCiMATiUc32UaCiMAjE2lHN9lGgojAIxNpRz",
    "ZXN1c3VhaDBdlCh9lChoFYwMa2VybmVsX3NoYXBllIwEaW50c5RdlCiMATOUaFhlaB6MBElOVFOUdX2UKGgVjAVncm91cJSMAWmU",
    "jAExlGgejANJTlSUdX2UKGgVjAlkaWxhdGlvbnOUaFZdlChoXWhdZWgeaFl1ZWgxfZQojAh3LndlaWdodJR9lIwEZGltc5RdlIwB",
    "OJRhc4wGdy5iaWFzlH2UaGVdlGhnYXN1dWJoECmBlH2UKGgTjAFklGgVaG1oFowEUmVsdZRoGF2UfZQoaBVoRmgefZRoIH2UKGgi",
    "SwFoI32UaCVdlCh9lGgojAExlHN9lGgojAE4lHN9lGgojAIxNpRzfZRoKIwCMTaUc2VzdXN1YWgaXZR9lChoFYwBepRoHn2UaCB9",
    "lChoIksBaCN9lGglXZQofZRoKIwBMZRzfZRoKIwBOJRzfZRoKIwCMTaUc32UaCiMAjE2lHNlc3VzdWFoME5oMU51YmgQKYGUfZQo",
    "aBOMAWWUaBVojmgWjAxvdXRwdXRfZHVtbXmUaBhdlH2UKGgVaH9oHn2UaCB9lChoIksBaCN9lGglXZQofZRoKIwBMZRzfZRoKIwB",
    "OJRzfZRoKIwCMTaUc32UaCiMAjE2lHNlc3VzdWFoGl2UaDBOaDFOdWJljAdzcmMyZHN0lH2UKGgUXZRoNGFoNI+UKGhtkGhtXZRo",
    "jmF1dWKMA2FjY5RHP+ZmZmZmZmZ1fZQoaAJoBSmBlH2UKGgIfZRoCn2UaAxdlChoECmBlH2UKGgTaBRoFWgUaBZoF2gYXZRoGl2U",
    "fZQoaBVoHWgefZRoIH2UKGgiSwFoI32UaCVdlCh9lGgojAExlHN9lGgojAEzlHN9lGgojAIzMpRzfZRoKIwCMzKUc2VzdXN1YWgw",
    "TmgxTnViaBApgZR9lChoE2g0aBVoNGgWaDVoGF2UfZQoaBVoHWgefZRoIH2UKGgiSwFoI32UaCVdlCh9lGgojAExlHN9lGgojAEz",
    "lHN9lGgojAIzMpRzfZRoKIwCMzKUc2VzdXN1YWgaXZR9lChoFWhGaB59lGggfZQoaCJLAWgjfZRoJV2UKH2UaCiMATGUc32UaCiM",
    "AjE2lHN9lGgojAIxNpRzfZRoKIwCMTaUc2VzdXN1YWgwXZQofZQoaBVoVWhWXZQoaFhoWGVoHmhZdX2UKGgVaFtoXGhdaB5oXnV9",
    "lChoFWhgaFZdlChoXWhdZWgeaFl1ZWgxfZQoaGN9lGhlXZRoZ2FzaGh9lGhlXZRoZ2FzdXViaBApgZR9lChoE2htaBVobWgWaG5o",
    "GF2UfZQoaBVoRmgefZRoIH2UKGgiSwFoI32UaCVdlCh9lGgojAExlHN9lGgojAIxNpRzfZRoKIwCMTaUc32UaCiMAjE2lHNlc3Vz",
    "dWFoGl2UfZQoaBVof2gefZRoIH2UKGgiSwFoI32UaCVdlCh9lGgojAExlHN9lGgojAIxNpRzfZRoKIwCMTaUc32UaCiMAjE2lHNl",
    "c3VzdWFoME5oMU51YmgQKYGUfZQoaBNojmgVaI5oFmiPaBhdlH2UKGgVaH9oHn2UaCB9lChoIksBaCN9lGglXZQofZRoKIwBMZRz",
    "fZRoKIwCMTaUc32UaCiMAjE2lHN9lGgojAIxNpRzZXN1c3VhaBpdlGgwTmgxTnViZWiffZQoaBRdlGg0YWg0j5QoaG2QaG1dlGiO",
    "YXV1YmikRz/nCj1wo9cKdWUu",
  ].join(""),
);
