//! Prometheus' text format, as node_exporter's textfile collector reads it. Pure: values to text.

use std::fmt::Write;

/// A metric with its samples. All that is told here goes up and down: a gauge.
#[derive(Debug)]
pub(super) struct Gauge {
    name: &'static str,
    help: &'static str,
    samples: Vec<(Vec<Label>, i64)>,
}

/// A label's name and value.
type Label = (&'static str, &'static str);

impl Gauge {
    /// One without samples. `name` bears its base unit at the end; `help` is one sentence in English, whatever
    /// the language: the same metric has the same words from every relay that one collector reads.
    pub(super) fn new(name: &'static str, help: &'static str) -> Self {
        Self {
            name,
            help,
            samples: Vec::new(),
        }
    }

    /// The only sample, where there is one.
    pub(super) fn at(mut self, value: impl Into<Option<i64>>) -> Self {
        self.samples
            .extend(value.into().map(|value| (Vec::new(), value)));
        self
    }

    /// One of several samples, told apart by their labels.
    pub(super) fn labelled(mut self, labels: &[Label], value: i64) -> Self {
        self.samples.push((labels.to_vec(), value));
        self
    }
}

/// The file's text. A gauge without a sample is left out: nothing is known of it.
pub(super) fn text(gauges: &[Gauge]) -> String {
    let mut text = String::new();
    for gauge in gauges.iter().filter(|gauge| !gauge.samples.is_empty()) {
        // Writing to a string does not fail.
        let _ = write_gauge(&mut text, gauge);
    }
    text
}

/// The value of a gauge without labels in such a text.
pub(super) fn value(text: &str, name: &str) -> Option<i64> {
    let mut lines = text.lines();
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
}

fn write_gauge(text: &mut String, gauge: &Gauge) -> std::fmt::Result {
    let Gauge {
        name,
        help,
        samples,
    } = gauge;
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge")?;
    for (labels, value) in samples {
        let labels: Vec<String> = labels
            .iter()
            .map(|(label, value)| format!("{label}=\"{}\"", escaped(value)))
            .collect();
        match &labels[..] {
            [] => writeln!(text, "{name} {value}")?,
            labels => writeln!(text, "{name}{{{}}} {value}", labels.join(","))?,
        }
    }
    Ok(())
}

fn escaped(value: &str) -> String {
    value
        .replace('\\', r"\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::{Gauge, text, value};

    #[test]
    fn a_gauge_is_a_help_line_a_type_line_and_its_samples() {
        for (gauge, expected) in [
            (
                Gauge::new("pcpunch_state_bytes", "Size.").at(4096),
                "# HELP pcpunch_state_bytes Size.\n# TYPE pcpunch_state_bytes gauge\npcpunch_state_bytes 4096\n",
            ),
            (Gauge::new("a", "B.").at(None), ""),
            (
                Gauge::new("a", "B.")
                    .labelled(&[("c", "d"), ("e", "f")], -1)
                    .labelled(&[("c", "back\\slash \"quote\"\nline")], 0),
                "# HELP a B.\n# TYPE a gauge\na{c=\"d\",e=\"f\"} -1\na{c=\"back\\\\slash \\\"quote\\\"\\nline\"} 0\n",
            ),
        ] {
            assert_eq!(text(&[gauge]), expected);
        }
    }

    #[test]
    fn a_value_is_found_by_the_whole_name() {
        let written = text(&[
            Gauge::new("a_b", "One.").at(1),
            Gauge::new("a", "Two.").at(2),
            Gauge::new("c", "Three.").labelled(&[("d", "e")], 3),
        ]);
        for (name, found) in [("a", Some(2)), ("a_b", Some(1)), ("c", None), ("x", None)] {
            assert_eq!(value(&written, name), found, "{name}");
        }
        assert_eq!(value("a 1.5\na what\n", "a"), None);
    }
}
