//! Discord's own description of its REST interface, where the environment names a copy of it.
//!
//! Every request of the bot has to fit it, and so does every answer of the fake. What the description gets wrong is listed in
//! [`DEVIATIONS`], one by one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use jsonschema::Validator;
use serde_json::{Value, json};

/// The environment variable that names a copy of `openapi.json`.
const VARIABLE: &str = "DISCORD_OPENAPI";

/// The known faults of the description: each mends a body before it is held against it, and says why it has to.
const DEVIATIONS: [fn(&mut Value); 1] = [permissions_as_number];

/// The description, with one validator for each schema that was needed so far.
pub struct Description {
    document: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

/// The description that the environment names; `None` if it names none.
///
/// Panics if it names a file that cannot be read: a check that silently does nothing is worse.
pub fn description() -> Option<&'static Description> {
    static DESCRIPTION: OnceLock<Option<Description>> = OnceLock::new();
    let read = || {
        let path = std::env::var(VARIABLE).ok().filter(|path| !path.is_empty())?;
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read `{path}` of {VARIABLE}: {error}"));
        let document = serde_json::from_str(&text).unwrap_or_else(|error| panic!("`{path}` of {VARIABLE} is no JSON: {error}"));
        Some(Description { document, validators: Mutex::default() })
    };
    DESCRIPTION.get_or_init(read).as_ref()
}

impl Description {
    /// Whether Discord has such a route at all.
    pub fn knows(&self, method: &str, path: &[String]) -> bool {
        self.operation(method, path).is_some()
    }

    /// What is wrong with a request.
    pub fn faults(&self, method: &str, path: &[String], body: &Value) -> Vec<String> {
        let Some((template, operation)) = self.operation(method, path) else {
            return vec!["Discord describes no such route".into()];
        };
        let asked = &operation["requestBody"];
        let schema = &asked["content"]["application/json"]["schema"];
        match (body, schema) {
            (Value::Null, _) if asked["required"] == true => vec!["it needs a body".into()],
            (Value::Null, _) => Vec::new(),
            (_, Value::Null) => vec!["it takes no body".into()],
            (body, schema) => {
                let mut body = body.clone();
                DEVIATIONS.iter().for_each(|mend| mend(&mut body));
                self.check(&format!("{method} {template}"), schema, &body)
            }
        }
    }

    /// What is wrong with an answer.
    pub fn faults_of_answer(&self, method: &str, path: &[String], status: u16, body: &Value) -> Vec<String> {
        let Some((template, operation)) = self.operation(method, path) else { return Vec::new() };
        let told = &operation["responses"][status.to_string()];
        let schema = &told["content"]["application/json"]["schema"];
        match (told, schema, body) {
            (Value::Null, _, _) => vec![format!("{status} is no answer to it")],
            (_, Value::Null, Value::Null) => Vec::new(),
            (_, schema, body) => self.check(&format!("{method} {template} {status}"), schema, body),
        }
    }

    /// The route with the most literal parts that fits, as Discord's own router decides.
    fn operation(&self, method: &str, path: &[String]) -> Option<(&str, &Value)> {
        let literal = |part: &str| !part.starts_with('{');
        let fits = |template: &str| {
            let parts: Vec<&str> = template.trim_start_matches('/').split('/').collect();
            let same = parts.len() == path.len() && parts.iter().zip(path).all(|(part, own)| !literal(part) || part == own);
            same.then(|| parts.iter().filter(|part| literal(part)).count())
        };
        let paths = self.document["paths"].as_object()?;
        let method = method.to_lowercase();
        let candidates = paths.iter().filter(|(_, operations)| operations.get(&method).is_some());
        let (template, operations) = candidates.filter_map(|it| Some((fits(it.0)?, it))).max_by_key(|(score, _)| *score)?.1;
        Some((template, &operations[&method]))
    }

    fn check(&self, name: &str, schema: &Value, body: &Value) -> Vec<String> {
        let validator = self.validator(name, schema);
        validator.iter_errors(body).map(|error| format!("at `{}`: {error:.400}", error.instance_path())).collect()
    }

    fn validator(&self, name: &str, schema: &Value) -> Arc<Validator> {
        let mut validators = self.validators.lock().expect("nothing panics while it builds a validator");
        let build = || {
            let root = json!({ "allOf": [schema], "components": self.document["components"] });
            let options = jsonschema::options().should_validate_formats(true).should_ignore_unknown_formats(true);
            Arc::new(options.build(&root).unwrap_or_else(|error| panic!("the schema of {name} cannot be read: {error}")))
        };
        validators.entry(name.to_owned()).or_insert_with(build).clone()
    }
}

/// `default_member_permissions` is typed as an integer; Discord's documentation has a string of digits, which serenity sends.
fn permissions_as_number(body: &mut Value) {
    let commands = match body {
        Value::Array(commands) => commands.iter_mut().collect(),
        other => vec![other],
    };
    for command in commands {
        let bits = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
        if let Some(bits) = bits {
            command["default_member_permissions"] = json!(bits);
        }
    }
}
