const form = document.forms[0];
const all = (selector) => [...document.querySelectorAll(selector)];

const filter = () => {
  const [who, code] = [form.who.value, form.code.value];
  for (const one of all("[data-codes]")) {
    const codes = one.dataset.codes === "" ? [] : one.dataset.codes.split(" ");
    const found = code === "" || (code === "*" ? codes.length > 0 : codes.includes(code));
    one.hidden = !found || (who !== "" && one.dataset.who !== who);
  }
  for (const group of all("[data-group]")) {
    group.hidden = !group.querySelector("[data-codes]:not([hidden])");
  }
  const days = all(".days [data-codes]");
  form.querySelector("output").value = `${days.filter((day) => !day.hidden).length} / ${days.length}`;
};

const choose = (select, value) => {
  // A person is also known by the 従業員コード alone.
  const option = [...select.options].find((one) => one.value === value || one.value.startsWith(`${value} `));
  select.value = option?.value ?? "";
};

// page.html#who=0001&code=no-logoff shows what is chosen there; page.html#f3 leads to a place on the page.
const follow = () => {
  const chosen = new URLSearchParams(location.hash.slice(1));
  const target = document.getElementById(location.hash.slice(1));
  if (chosen.has("who") || chosen.has("code") || target?.hidden) {
    choose(form.who, chosen.get("who") ?? "");
    choose(form.code, chosen.get("code") ?? "");
  }
  filter();
  target?.scrollIntoView();
};

form.addEventListener("change", () => {
  const chosen = ["who", "code"].map((name) => [name, form[name].value]);
  const address = new URLSearchParams(chosen.filter(([, value]) => value !== ""));
  history.replaceState(null, "", `#${address}`);
  filter();
});
addEventListener("hashchange", follow);
form.hidden = false;
follow();
