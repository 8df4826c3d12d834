//! L-BFGS (Nocedal and Wright 2006, algorithm 7.5) with backtracking: finds the least of a smooth function.

/// How many steps are remembered.
const MEMORY: usize = 10;

/// The least that a step must win of what its slope promises (Armijo).
const WIN: f64 = 1e-4;

/// The place of the least value; `of` gives value and gradient.
pub fn least(start: Vec<f64>, steps: usize, of: impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Vec<f64> {
    let mut at = start;
    let (mut value, mut gradient) = of(&at);
    let mut memory: Vec<(Vec<f64>, Vec<f64>)> = vec![];
    for _ in 0..steps {
        let direction = direction(&gradient, &memory);
        let slope = dot(&direction, &gradient);
        let mut length = 1.0;
        let (next, next_value, next_gradient) = loop {
            let next: Vec<f64> = at.iter().zip(&direction).map(|(x, d)| x + length * d).collect();
            let (v, g) = of(&next);
            if v <= value + WIN * length * slope || length < 1e-10 {
                break (next, v, g);
            }
            length /= 2.0;
        };
        let won = value - next_value;
        let step: Vec<f64> = next.iter().zip(&at).map(|(a, b)| a - b).collect();
        let change: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        if dot(&step, &change) > 1e-12 {
            memory.push((step, change));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        (at, value, gradient) = (next, next_value, next_gradient);
        if won.abs() < 1e-9 * value.abs().max(1.0) {
            break;
        }
    }
    at
}

fn direction(gradient: &[f64], memory: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut pulls = vec![0.0; memory.len()];
    for (n, (step, change)) in memory.iter().enumerate().rev() {
        pulls[n] = dot(step, &direction) / dot(step, change);
        add(&mut direction, change, -pulls[n]);
    }
    let scale = memory.last().map_or_else(|| 1.0 / dot(gradient, gradient).sqrt().max(1.0), |(s, y)| dot(s, y) / dot(y, y));
    direction.iter_mut().for_each(|d| *d *= scale);
    for (n, (step, change)) in memory.iter().enumerate() {
        let back = dot(change, &direction) / dot(step, change);
        add(&mut direction, step, pulls[n] - back);
    }
    direction
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn add(to: &mut [f64], other: &[f64], times: f64) {
    to.iter_mut().zip(other).for_each(|(a, b)| *a += times * b);
}
