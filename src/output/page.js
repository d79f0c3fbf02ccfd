const form = document.querySelector("form");
const filter = () => {
  const [who, code] = [form.who.value, form.code.value];
  for (const one of document.querySelectorAll("[data-who]")) {
    const codes = one.dataset.codes.split(" ");
    one.hidden = (who !== "" && one.dataset.who !== who) || (code !== "" && !codes.includes(code));
  }
};
form.addEventListener("change", filter);
filter();
