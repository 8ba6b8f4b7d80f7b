namespace Assay.Host.Cli.Completion;

/// <summary>What shells run when the tab key is pressed. Each asks the program that is being typed, so that a script is good for every version of it.</summary>
public static class CompletionScripts
{
    /// <summary>The hidden word behind which the program is given the words of a line.</summary>
    public const string Word = "__complete";

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish"];

    public static string Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    };

    private const string Bash = """
        # Completion of assay for bash. In ~/.bashrc: eval "$(assay completion bash)"
        _assay() {
          local line=${COMP_LINE:0:COMP_POINT} cur head="" candidate kind="" IFS=$' \t\n'
          local -a words
          COMPREPLY=()
          # bash breaks words at = and :, of which our names are full.
          read -ra words <<<"$line"
          [[ $line == *[[:space:]] || ${#words[@]} -lt 2 ]] && words+=("")
          cur=${words[${#words[@]}-1]}
          if [[ $cur == *=* && $COMP_WORDBREAKS == *=* ]]; then head=${cur%"${cur##*=}"}; fi
          if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then local to=${cur%"${cur##*:}"}; ((${#to} > ${#head})) && head=$to; fi
          while IFS= read -r candidate; do
            if [[ -z $kind ]]; then kind=$candidate; continue; fi
            candidate=${candidate%%$'\t'*}
            COMPREPLY+=("${candidate#"$head"}")
          done < <("${words[0]/#\~/$HOME}" __complete "${words[@]:1}" 2>/dev/null)
          if [[ $kind == :files ]]; then
            IFS=$'\n'
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "${cur#"$head"}"))
          fi
        }
        complete -F _assay assay ./assay

        """;

    private const string Zsh = """
        #compdef assay
        # Completion of assay for zsh. In ~/.zshrc, behind compinit: eval "$(assay completion zsh)"
        _assay() {
          local -a lines described
          local line
          lines=("${(@f)$(${~words[1]} __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          if [[ $lines[1] == :files ]]; then _files; return; fi
          for line in "${(@)lines[2,-1]}"; do
            described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
          done
          _describe -t assay 'assay' described
        }
        compdef _assay assay ./assay

        """;

    private const string Fish = """
        # Completion of assay for fish. In ~/.config/fish/completions/assay.fish: assay completion fish | source
        function __assay_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -l lines ($words[1] __complete $words[2..-1] "$current" 2>/dev/null)
            if test "$lines[1]" = ":files"
                __fish_complete_path "$current"
            else
                printf '%s\n' $lines[2..-1]
            end
        end
        complete -c assay -f -a '(__assay_complete)'

        """;
}
